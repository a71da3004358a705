package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestInfrastructureTest {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void the_tests_database_writes_as_durably_as_a_real_one(String setting) throws SQLException {
        TestDatabase database = TestInfrastructure.database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW " + setting)) {
            assertThat(shown.next()).isTrue();
            assertThat(shown.getString(1)).isEqualTo("on");
        }
    }
}
