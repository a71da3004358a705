package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import onepermit.local.broker.Kafka;
import onepermit.local.database.Postgres;
import onepermit.local.edge.Issuer;
import onepermit.local.process.Part;
import onepermit.local.process.PidFile;
import onepermit.local.service.BootService;
import onepermit.local.service.CacheMaking;
import onepermit.local.trust.Certificates;

/** This machine's installation: where it lives, which ports it has, which processes make it up. */
public record Local(Home home, Ports ports) {

    public static Local of(Map<String, String> environment) {
        Home home = Home.of(environment);
        return new Local(home, Ports.chosen(environment, writtenDown(home)));
    }

    /** For a new run: its ports are not those of the run before. */
    public static Local anew(Map<String, String> environment) {
        return new Local(Home.of(environment), Ports.chosen(environment, new Properties()));
    }

    /** The launcher of a stack in the foreground; it stops everything when it is asked to end. */
    public PidFile launcher() {
        return new PidFile(home.run().resolve("launcher.pid"));
    }

    /** PostgreSQL and Kafka alone, without certificates, for the tests of a build. */
    public Stack foundation(Progress progress) {
        return new Stack(
                List.of(List.of(
                        Postgres.open(home, ports.of(Listener.POSTGRES), passwords()), Kafka.open(home, ports))),
                progress);
    }

    public Stack whole(Progress progress) {
        var waves = new ArrayList<List<? extends Part>>();
        waves.add(List.of(postgres(), kafka()));
        waves.addAll(services());
        return new Stack(waves, progress);
    }

    /** The four departments together, then the gateway. */
    public List<List<BootService>> services() {
        Path root = root();
        var settings = new ServiceSettings(this, passwords());
        List<BootService> departments = Arrays.stream(Department.values())
                .map(d ->
                        new BootService(d.service(), ports.of(d.http()), settings.of(d), home, jar(root, d.service())))
                .toList();
        var gateway = new BootService(
                "gateway", ports.of(Listener.GATEWAY), settings.ofGateway(), home, jar(root, "gateway"));
        return List.of(departments, List.of(gateway));
    }

    /** Another instance of a department's service beside the one of the stack, for whoever measures. */
    public BootService another(Department department, int httpPort) {
        var settings = new ServiceSettings(this, passwords());
        return new BootService(
                department.service(), httpPort, settings.of(department), home, jar(root(), department.service()));
    }

    public CacheMaking caches() {
        return new CacheMaking(home, services().stream().flatMap(List::stream).toList());
    }

    private static Path root() {
        return Path.of(System.getProperty("onepermit.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    private static Path jar(Path root, String module) {
        return root.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT.jar");
    }

    /** Looks before it leaps: space and ports; then writes down which ports this run has, for the other commands. */
    public void requireRoom() {
        Machine.requireSpace(home.root());
        ports.requireFree(List.of(Listener.values()));
        var secrets = new Secrets(new SecureRandom());
        secrets.key(home.keys().resolve("exchange.key"));
        secrets.named(Issuer.clientsFile(home), Issuer.ROLES);
        new LedgerKeys(home).make();
        new MasterKeys(home, new SecureRandom()).make();
        new Certificates(home, Clock.systemUTC()).make();
        try (var file = Files.newBufferedWriter(portsFile(home))) {
            ports.toProperties().store(file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** New keys and certificates for all; what runs takes them up by itself, broker and database when they are told. */
    public List<String> rotateCertificates() {
        List<String> holders = new Certificates(home, Clock.systemUTC()).rotate();
        if (kafka().pidFile().running().isPresent()) kafka().renew();
        if (postgres().pidFile().running().isPresent()) postgres().renew();
        return holders;
    }

    /** A master key more for each department; services take it up by themselves. */
    public List<String> rotateMasterKeys() {
        return new MasterKeys(home, new SecureRandom()).rotate();
    }

    private Kafka kafka() {
        return Kafka.of(home, ports);
    }

    private Postgres postgres() {
        return Postgres.of(home, ports.of(Listener.POSTGRES), passwords());
    }

    private Properties passwords() {
        List<String> roles = Stream.concat(
                        Stream.of(Postgres.SUPERUSER),
                        Arrays.stream(Department.values()).map(Department::role))
                .toList();
        return new Secrets(new SecureRandom()).named(home.keys().resolve("postgres.properties"), roles);
    }

    private static Path portsFile(Home home) {
        return home.run().resolve("ports.properties");
    }

    private static Properties writtenDown(Home home) {
        var properties = new Properties();
        if (!Files.exists(portsFile(home))) return properties;
        try (var file = Files.newBufferedReader(portsFile(home))) {
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
