package onepermit.local.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import onepermit.local.Department;
import onepermit.local.Home;
import onepermit.local.OwnersFile;

/** The certificates of the stack, a file each with key and certificate, all signed by this machine's own authority. */
public final class Certificates {
    public static final String GATEWAY = "gateway";
    public static final String BROKER = "broker";
    public static final String DATABASE = "database";
    /** Of who keeps the machines running: makes topics' rules at the broker. */
    public static final String OPERATOR = "operator";
    /** Of a machine outside that calls with a token bound to its certificate. */
    public static final String INTEGRATOR = "integrator";

    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public Certificates(Home home, Clock clock) {
        this.folder = folder(home);
        this.clock = clock;
    }

    public static Path authority(Home home) {
        return Authority.certificateFile(folder(home));
    }

    public static Path of(Home home, String holder) {
        return folder(home).resolve(holder + ".pem");
    }

    /** Makes those that are missing, and anew those that end soon. */
    public void make() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Authority authority = Authority.in(folder, clock);
        holders().filter(holder -> !isGood(authority, holder)).forEach(holder -> write(authority, holder));
    }

    /** New keys and certificates for all, whatever the age of the old ones. Returns whose. */
    public List<String> rotate() {
        Authority authority = Authority.in(folder, clock);
        holders().forEach(holder -> write(authority, holder));
        return holders().toList();
    }

    private void write(Authority authority, String holder) {
        OwnersFile.write(file(holder), authority.issue(holder, LIFE));
    }

    private boolean isGood(Authority authority, String holder) {
        if (!Files.exists(file(holder))) return false;
        X509Certificate certificate = Pem.certificate(file(holder));
        return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE_END))
                && authority.hasSigned(certificate);
    }

    private Path file(String holder) {
        return folder.resolve(holder + ".pem");
    }

    private static Stream<String> holders() {
        return Stream.concat(
                Stream.of(Department.values()).map(Department::role),
                Stream.of(GATEWAY, BROKER, DATABASE, OPERATOR, INTEGRATOR));
    }

    private static Path folder(Home home) {
        return home.keys().resolve("tls");
    }
}
