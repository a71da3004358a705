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
import org.apache.kafka.common.Uuid;

/** A real Kafka broker (KRaft, one node) as its own process; its log survives restarts. */
public final class Kafka implements Part {
    /** The short sessions let a lost broker or reader be noticed in seconds; topics are made by their owners only. */
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            log.dirs=%3$s
            num.partitions=4
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            add.partitions.to.txn.retry.backoff.ms=2
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

    private final Home home;
    private final Ports ports;

    public Kafka(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
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
        return ports.isAnswering(Listener.KAFKA);
    }

    @Override
    public void stop() {
        pidFile().running().ifPresent(broker -> Await.end(broker, Duration.ofSeconds(40)));
        pidFile().forget();
    }

    private Path data() {
        return home.data().resolve("kafka");
    }

    private Path writeSettings() {
        Path file = home.run().resolve("kafka.properties");
        try {
            return Files.writeString(
                    file, SETTINGS.formatted(ports.of(Listener.KAFKA), ports.of(Listener.KAFKA_CONTROLLER), data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
