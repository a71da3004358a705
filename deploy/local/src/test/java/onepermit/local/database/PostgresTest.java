package onepermit.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Ports;
import onepermit.local.Secrets;
import onepermit.local.process.Launch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresTest {
    private static final Ports PORTS = Ports.chosen(Map.of("ONEPERMIT_PORTS", "free"), new Properties());
    private static Home home;
    private static Properties passwords;
    private static Postgres postgres;

    @BeforeAll
    static void a_cluster_runs() throws IOException {
        home = new Home(Files.createTempDirectory("onepermit")).prepare();
        passwords = new Secrets(new SecureRandom())
                .named(
                        home.keys().resolve("postgres.properties"),
                        List.of("postgres", "permit", "education", "social", "health"));
        postgres = new Postgres(home, PORTS.of(Listener.POSTGRES), passwords);
        postgres.prepare();
        postgres.launch();
    }

    @AfterAll
    static void it_is_stopped_and_forgotten() {
        postgres.stop();
        Home.delete(home.root());
    }

    @Test
    void a_role_owns_its_database_and_can_connect_to_no_other() throws SQLException {
        try (var connection = connect("permit", "onepermit_permit")) {
            connection.createStatement().execute("CREATE TABLE something(id int)");
        }

        for (String other : List.of("onepermit_education", "onepermit_health", "postgres", "template1"))
            assertThatThrownBy(() -> connect("permit", other))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
    }

    @Test
    void what_was_acknowledged_is_on_the_disk() throws SQLException {
        try (var connection = connect("health", "onepermit_health")) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                var answer = connection.createStatement().executeQuery("SHOW " + setting);
                answer.next();
                assertThat(answer.getString(1)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void a_killed_server_starts_again_with_its_data() throws SQLException {
        try (var connection = connect("social", "onepermit_social")) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        Path log = home.log("kill");
        Launch.toEnd(
                List.of(
                        "kill",
                        "-KILL",
                        "" + postgres.pidFile().running().orElseThrow().pid()),
                Map.of(),
                log);
        postgres.launch();

        try (var connection = connect("social", "onepermit_social")) {
            var answer = connection.createStatement().executeQuery("SELECT answer FROM kept");
            assertThat(answer.next()).isTrue();
        }
    }

    private static Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(PORTS.address(Listener.POSTGRES), database),
                role,
                passwords.getProperty(role));
    }
}
