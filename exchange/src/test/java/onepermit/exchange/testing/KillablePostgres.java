package onepermit.exchange.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL apart from all others, that keeps its port and its data when its postmaster is killed and it is started again. */
public final class KillablePostgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private KillablePostgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = launch();
    }

    public static KillablePostgres start() {
        try {
            Path data = Files.createTempDirectory("onepermit-pg-");
            Folders.deletedAtExit(data);
            return new KillablePostgres(data, Broker.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestDatabase database() {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE road");
            return new TestDatabase("jdbc:postgresql://localhost:" + port + "/road", "postgres", "postgres");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL to the postmaster: no checkpoint, no goodbye to anybody. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            postmaster.destroyForcibly();
            Await.until("the postmaster is dead", () -> !postmaster.isAlive());
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its orphaned backends may hold the shared memory for a moment. */
    public void restart() {
        server = Await.value("PostgreSQL starts again", Duration.ofSeconds(60), this::launchIfItCan);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable EmbeddedPostgres launchIfItCan() {
        try {
            return launch();
        } catch (IOException | IllegalStateException e) {
            return null;
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        return TestPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
