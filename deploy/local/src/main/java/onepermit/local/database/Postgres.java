package onepermit.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import onepermit.local.Home;
import onepermit.local.OwnersFile;
import onepermit.local.Trouble;
import onepermit.local.process.Await;
import onepermit.local.process.Launch;
import onepermit.local.process.Part;
import onepermit.local.process.PidFile;
import onepermit.local.trust.Certificates;

/** A real PostgreSQL that keeps what it has acknowledged: fsync on, full pages on, checksums on. */
public final class Postgres implements Part {
    public static final String SUPERUSER = "postgres";

    private static final String SETTINGS = """
            -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=%d \
            -c fsync=on -c full_page_writes=on -c synchronous_commit=on -c wal_level=replica \
            -c max_connections=150 -c shared_buffers=128MB -c min_wal_size=512MB -c max_wal_size=2GB -c jit=off \
            -c timezone=UTC -c log_timezone=UTC -c log_lock_waits=on\
            """;
    private static final String SECURED =
            " -c ssl=on -c ssl_cert_file=server.pem -c ssl_key_file=server.pem -c ssl_min_protocol_version=TLSv1.3";

    /** Every connection is encrypted, from this machine, and of a role that proves its password without sending it. */
    private static final String WHO_MAY_CONNECT = "hostssl all all 127.0.0.1/32 scram-sha-256\n";

    private static final String ANYBODY_WITH_A_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Home home;
    private final int port;
    private final Properties passwords;
    private final boolean secured;

    private Postgres(Home home, int port, Properties passwords, boolean secured) {
        this.home = home;
        this.port = port;
        this.passwords = passwords;
        this.secured = secured;
    }

    public static Postgres of(Home home, int port, Properties passwords) {
        return new Postgres(home, port, passwords, true);
    }

    /** Connections in the clear are taken too, for tests of a build. */
    public static Postgres open(Home home, int port, Properties passwords) {
        return new Postgres(home, port, passwords, false);
    }

    /** The JDBC address of a database whose server must show the certificate of our authority; the password is bound to it. */
    public static String url(Home home, String address, String database) {
        return "jdbc:postgresql://%s/%s?sslmode=verify-full&channelBinding=require&sslrootcert=%s"
                .formatted(
                        address,
                        database,
                        URLEncoder.encode(Certificates.authority(home).toString(), StandardCharsets.UTF_8));
    }

    /** Has the running server use its new certificate; connections that stand are not cut. */
    public void renew() {
        putCertificate();
        if (control("reload") != 0)
            throw new Trouble("PostgreSQL did not read its certificate again: %s says why.".formatted(log()));
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public PidFile pidFile() {
        return new PidFile(home.run().resolve("postgres.pid"));
    }

    @Override
    public Path log() {
        return home.log(name());
    }

    @Override
    public String unprepared() {
        return hasCluster() ? "" : "Making PostgreSQL's data folder (once)";
    }

    @Override
    public void prepare() {
        Unprivileged.requirePassage(home.root());
        makeCluster();
    }

    private boolean hasCluster() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    @Override
    public ProcessHandle launch() {
        Unprivileged.requirePassage(home.root());
        forgetForeignPid();
        ownLog();
        if (secured) putCertificate();
        put("pg_hba.conf", secured ? WHO_MAY_CONNECT : ANYBODY_WITH_A_PASSWORD);
        startServer();
        ProcessHandle postmaster = postmaster().orElseThrow();
        pidFile().remember(postmaster);
        new Databases(url(), passwords).ensure();
        return postmaster;
    }

    /** pg_ctl has waited for it. */
    @Override
    public boolean isReady() {
        return postmaster().isPresent();
    }

    @Override
    public void stop() {
        if (pidFile().running().isPresent() && control("stop", "-m", "fast", "-w", "-t", "60") != 0)
            control("stop", "-m", "immediate", "-w", "-t", "20");
        pidFile().forget();
    }

    private Path data() {
        return home.data().resolve("pg");
    }

    /** Made aside: a cluster of the final name is complete. */
    private void makeCluster() {
        Path aside = home.data().resolve("pg.new");
        Path password = home.data().resolve("pg.password");
        Home.delete(aside);
        try {
            Files.deleteIfExists(password);
            Files.createDirectory(aside);
            Unprivileged.own(aside);
            Files.createFile(password, Home.OWNER_ONLY);
            Unprivileged.own(password);
            Files.writeString(password, passwords.getProperty(SUPERUSER));
            int exit = run(
                    "initdb",
                    "-D",
                    aside.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (exit != 0)
                throw new Trouble("PostgreSQL's data folder could not be made: %s says why.".formatted(log()));
            Files.move(aside, data());
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * After a crash of the machine the old pid may belong to another program, and PostgreSQL would not dare to start. A pid of nobody
     * is left to PostgreSQL, which also looks whether backends of a killed postmaster still hold the shared memory.
     */
    private void forgetForeignPid() {
        boolean foreign = postmaster()
                .flatMap(process -> process.info().command())
                .filter(command -> !command.endsWith("postgres"))
                .isPresent();
        try {
            if (foreign) Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Backends of a killed postmaster need a moment to notice and to let go. */
    private void startServer() {
        String[] options = {"-w", "-t", "60", "-l", log().toString(), "-o", settings()};
        for (int tries = 0; tries < 3; tries++) {
            if (control("start", options) == 0) return;
            Await.until(Duration.ofSeconds(2), () -> postmaster().isPresent());
        }
        throw new Trouble("PostgreSQL did not start: its log %s says why.".formatted(log()));
    }

    private String settings() {
        return secured ? SETTINGS.formatted(port) + SECURED : SETTINGS.formatted(port);
    }

    private Optional<ProcessHandle> postmaster() {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(Await::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putCertificate() {
        try {
            put("server.pem", Files.readString(Certificates.of(home, Certificates.DATABASE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's user owns its files: made aside under that user, and moved. */
    private void put(String name, String text) {
        Path aside = home.data().resolve(name + ".aside");
        OwnersFile.write(aside, text);
        Unprivileged.own(aside);
        try {
            Files.move(aside, data().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        String address = "127.0.0.1:" + port;
        return secured ? url(home, address, SUPERUSER) : "jdbc:postgresql://%s/%s".formatted(address, SUPERUSER);
    }

    private void ownLog() {
        try {
            if (!Files.exists(log())) Files.createFile(log());
            Unprivileged.own(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int control(String action, String... options) {
        var words = new ArrayList<>(List.of(action, "-D", data().toString()));
        words.addAll(List.of(options));
        return run("pg_ctl", words.toArray(String[]::new));
    }

    private int run(String program, String... options) {
        Path binaries = PostgresBinaries.unpackedUnder(home.app());
        var words =
                new ArrayList<>(List.of(binaries.resolve("bin").resolve(program).toString()));
        words.addAll(List.of(options));
        Path toolLog = home.log("postgres-tools");
        return Launch.toEnd(Unprivileged.command(words.toArray(String[]::new)), Map.of("LC_ALL", "C"), toolLog);
    }
}
