package onepermit.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kafka.tools.StorageTool;
import onepermit.local.Home;
import onepermit.local.Listener;
import onepermit.local.Ports;
import onepermit.local.Trouble;
import onepermit.local.process.Await;
import onepermit.local.process.Launch;
import onepermit.local.process.Part;
import onepermit.local.process.PidFile;
import onepermit.local.trust.Certificates;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;

/** A real Kafka broker (KRaft, one node) as its own process; its log survives restarts. */
public final class Kafka implements Part {
    /** The short sessions let a lost broker or reader be noticed in seconds; topics are made by their owners only. */
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=%4$s://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=%4$s://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:%4$s,%4$s:%4$s
            inter.broker.listener.name=%4$s
            log.dirs=%3$s
            num.partitions=4
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            group.consumer.min.session.timeout.ms=6000
            group.consumer.session.timeout.ms=10000
            group.consumer.min.heartbeat.interval.ms=1000
            group.consumer.heartbeat.interval.ms=3000
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            """;

    /** Whoever connects shows a certificate of our authority, its common name is who it is, and what no rule allows is forbidden. */
    private static final String SECURED = """
            ssl.client.auth=required
            ssl.keystore.type=PEM
            ssl.keystore.location=%s
            ssl.truststore.type=PEM
            ssl.truststore.location=%s
            ssl.principal.mapping.rules=RULE:^CN=([^,]+),.*$/$1/
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:%s;User:%s
            allow.everyone.if.no.acl.found=false
            """;

    private static final String NODE = "1";

    private final Home home;
    private final Ports ports;
    private final boolean secured;

    private Kafka(Home home, Ports ports, boolean secured) {
        this.home = home;
        this.ports = ports;
        this.secured = secured;
    }

    public static Kafka of(Home home, Ports ports) {
        return new Kafka(home, ports, true);
    }

    /** Open to everybody on this machine, for tests of a build. */
    public static Kafka open(Home home, Ports ports) {
        return new Kafka(home, ports, false);
    }

    /** What a client needs to reach the broker as the holder of a certificate. */
    public static Map<String, Object> clientSettings(Home home, String address, String holder) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                Certificates.of(home, holder).toString(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                Certificates.authority(home).toString());
    }

    /** Has the running broker use its new certificate. */
    public void renew() {
        try (var admin = new BrokerAdmin(home, ports.address(Listener.KAFKA))) {
            admin.readAgain(NODE, Certificates.of(home, Certificates.BROKER));
        }
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public PidFile pidFile() {
        return new PidFile(home.run().resolve("kafka.pid"));
    }

    @Override
    public Path log() {
        return home.log(name());
    }

    @Override
    public ProcessHandle launch() {
        Path settings = writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) format(settings);
        ProcessHandle broker = Launch.inBackground(command(settings), Map.of(), log());
        pidFile().remember(broker);
        return broker;
    }

    @Override
    public boolean isReady() {
        return ports.isAnswering(Listener.KAFKA) && (!secured || rulesStand());
    }

    @Override
    public void stop() {
        pidFile().running().ifPresent(broker -> Await.end(broker, Duration.ofSeconds(40)));
        pidFile().forget();
    }

    /** The rules are kept by the broker with its data, so only other ones are told. */
    private boolean rulesStand() {
        List<AclBinding> rules = BrokerRules.ofCatalogue();
        Path told = home.data().resolve("kafka-rules");
        try {
            if (Files.exists(told) && Files.readString(told).equals(rules.toString())) return true;
            try (var admin = new BrokerAdmin(home, ports.address(Listener.KAFKA))) {
                admin.allow(rules);
            }
            Files.writeString(told, rules.toString());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return home.data().resolve("kafka");
    }

    private Path writeSettings() {
        Path file = home.run().resolve("kafka.properties");
        try {
            String settings = SETTINGS.formatted(
                    ports.of(Listener.KAFKA),
                    ports.of(Listener.KAFKA_CONTROLLER),
                    data(),
                    secured ? "SSL" : "PLAINTEXT");
            return Files.writeString(file, secured ? settings + security() : settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String security() {
        return SECURED.formatted(
                Certificates.of(home, Certificates.BROKER),
                Certificates.authority(home),
                Certificates.BROKER,
                Certificates.OPERATOR);
    }

    private static void format(Path settings) {
        var said = new ByteArrayOutputStream();
        String[] words = {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()};
        if (StorageTool.execute(words, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0)
            throw new Trouble("Kafka's data folder could not be made: "
                    + said.toString(StandardCharsets.UTF_8).strip());
    }

    /** The launcher's libraries also when a test starts the broker: an archive of loaded classes fits one class path alone. */
    private static String classPath() {
        Path libraries = Path.of(System.getProperty("onepermit.root", "."), "deploy", "local", "target", "lib")
                .toAbsolutePath()
                .normalize();
        return Files.isDirectory(libraries) ? libraries + "/*" : System.getProperty("java.class.path");
    }

    private List<String> command(Path settings) {
        return List.of(
                Launch.javaProgram(),
                "-Donepermit.process=kafka",
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.app().resolve("kafka.jsa"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                classPath(),
                "kafka.Kafka",
                settings.toString());
    }
}
