package onepermit.exchange.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A Kafka broker (KRaft, one node) in a process of its own, that keeps its port and its data when it is killed and started again. */
public final class Broker implements AutoCloseable {
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            auto.create.topics.enable=false
            num.partitions=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=2
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=2
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            group.consumer.min.session.timeout.ms=3000
            group.consumer.session.timeout.ms=4000
            group.consumer.min.heartbeat.interval.ms=500
            group.consumer.heartbeat.interval.ms=1000
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            log.cleaner.backoff.ms=500
            log.initial.task.delay.ms=1000
            """;

    private final Path folder;
    private final int port;
    private Child process;

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = launch(folder);
    }

    public static Broker start() {
        try {
            Path folder = Files.createTempDirectory("onepermit-kafka-");
            Folders.deletedAtExit(folder);
            int port = freePort();
            Files.writeString(settings(folder), SETTINGS.formatted(port, freePort(), folder.resolve("data")));
            format(folder);
            Broker broker = new Broker(folder, port);
            broker.awaitAnswer();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public void kill() {
        process.kill();
    }

    public void restart() {
        process = launch(folder);
        awaitAnswer();
    }

    public Child process() {
        return process;
    }

    @Override
    public void close() {
        process.kill();
    }

    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Await.until("the broker answers\n" + folder, Duration.ofSeconds(90), () -> answers(admin));
        }
    }

    private boolean answers(Admin admin) throws InterruptedException {
        if (!process.alive()) {
            throw new IllegalStateException("the broker ended:\n" + process.output());
        }
        try {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static Child launch(Path folder) {
        List<String> jvm = List.of("-Xms64m", "-Xmx384m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        return Child.start(
                "kafka", BrokerMain.class, jvm, List.of(settings(folder).toString()));
    }

    private static Path settings(Path folder) {
        return folder.resolve("server.properties");
    }

    private static void format(Path folder) {
        var said = new ByteArrayOutputStream();
        String[] words = {
            "format", "-t", Uuid.randomUuid().toString(), "-c", settings(folder).toString()
        };
        if (StorageTool.execute(words, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
