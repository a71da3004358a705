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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Ports;
import onepermit.local.Secrets;
import onepermit.local.process.Launch;
import onepermit.local.trust.Certificates;
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
        new Certificates(home, Clock.systemUTC()).make();
        postgres = Postgres.of(home, PORTS.of(Listener.POSTGRES), passwords);
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
    void a_connection_in_the_clear_is_refused() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://%s/onepermit_permit?sslmode=disable"
                                .formatted(PORTS.address(Listener.POSTGRES)),
                        "permit",
                        passwords.getProperty("permit")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    void a_renewed_certificate_is_shown_to_the_next_connection() throws SQLException {
        new Certificates(home, Clock.systemUTC()).rotate();
        postgres.renew();

        try (var connection = connect("education", "onepermit_education")) {
            var answer = connection
                    .createStatement()
                    .executeQuery("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
            answer.next();
            assertThat(answer.getBoolean(1)).isTrue();
            assertThat(answer.getString(2)).isEqualTo("TLSv1.3");
        }
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
                Postgres.url(home, PORTS.address(Listener.POSTGRES), database), role, passwords.getProperty(role));
    }
}
