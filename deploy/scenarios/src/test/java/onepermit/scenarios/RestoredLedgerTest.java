package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onepermit.local.Department;
import onepermit.local.Home;
import onepermit.local.Local;
import onepermit.local.database.Postgres;
import onepermit.local.process.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A department's database comes back from a backup that lacks looks it had published, and the operator lets its ledger go on. Afterwards the
 * department of this stack stays under its second origin, so it is tried with the long ones.
 */
@Tag("long")
class RestoredLedgerTest extends Scenario {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = Department.HEALTH.database();
    private static final String CHILD = "990301201908300111";
    private final HttpDoor http = new HttpDoor(stack);
    private final ForeignAuditor ledger = new ForeignAuditor(http, "health");
    private final Part health = Local.of(System.getenv()).service(Department.HEALTH);

    @Test
    void a_department_set_back_is_closed_until_it_goes_on_under_a_name_that_tells_the_break() {
        assertThat(assess().statusCode()).isEqualTo(200);
        long before = sealed(0);
        whileStopped("CREATE DATABASE health_backup TEMPLATE " + DATABASE + " OWNER health");
        assertThat(assess().statusCode()).isEqualTo(200);
        sealed(before);
        whileStopped(
                "ALTER DATABASE " + DATABASE + " RENAME TO health_lost",
                "ALTER DATABASE health_backup RENAME TO " + DATABASE,
                "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        Eventually.within(
                PATIENCE, "the department is closed", () -> assess().body().contains("LEDGER_SET_BACK"));

        String said = command("ledger", "new-origin", "HEALTH", "--reason", "a backup lacks what was published");

        assertThat(said).contains("onepermit/health/2 begins", "before it was onepermit/health,");
        Eventually.within(PATIENCE, "it answers again", () -> assess().statusCode() == 200);
        Eventually.within(
                PATIENCE,
                "two witnesses cosign the new origin",
                () -> ledger.checkpoint().origin().equals("onepermit/health/2")
                        && ledger.checkpoint().signatures() > 2);
        byte[] first = ForeignAuditor.entries(
                        ledger.bundle(0, ledger.checkpoint().size(), door.auditor("health"))
                                .body())
                .getFirst();
        assertThat(new String(first, StandardCharsets.UTF_8))
                .contains("onepermit/health\n", "a backup lacks what was published");
        assertThat(command("check")).contains("before it onepermit/health", "Every ledger is as it was sealed.");
    }

    private HttpResponse<String> assess() {
        return http.post(
                "/v1/vaccinations:assess",
                "{\"citizenId\":\"%s\",\"termStart\":\"2025-09-01\",\"context\":{\"purpose\":\"PURPOSE_VACCINATION\",\"caseRef\":\"TEST-RESTORE\"}}"
                        .formatted(CHILD),
                door.token("vaccination-officer", SIMING));
    }

    /** Once more leaves are sealed than that. */
    private long sealed(long more) {
        Eventually.within(PATIENCE, "more than " + more + " leaves are sealed and cosigned", () -> {
            var signed = ledger.checkpoint();
            return signed.size() > more && signed.signatures() > 2;
        });
        return ledger.checkpoint().size();
    }

    private void whileStopped(String... statements) {
        Processes.kill(health, "TERM");
        Eventually.within(
                PATIENCE, "it has ended", () -> health.pidFile().running().isEmpty());
        try (var connection = DriverManager.getConnection(
                        Postgres.url(new Home(stack.home()), "127.0.0.1:" + stack.port("POSTGRES"), "postgres"),
                        Postgres.SUPERUSER,
                        stack.databasePassword(Postgres.SUPERUSER));
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Processes.restart(health);
    }

    /** What the start script says. */
    private static String command(String... words) {
        var line = new ArrayList<>(
                List.of(Path.of("../../onepermit").toAbsolutePath().normalize().toString()));
        line.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
