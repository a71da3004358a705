package onepermit.exchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One Kafka broker and one PostgreSQL a test run, started when first asked for; a database and topics of its own a test class.
 * Servers that already run are used instead when {@code ONEPERMIT_TEST_KAFKA} (bootstrap servers) or
 * {@code ONEPERMIT_TEST_POSTGRES} (JDBC URL of a superuser, with user and password) is set.
 */
public final class TestInfrastructure {
    private static final Lazy<String> KAFKA = new Lazy<>(() -> environment("ONEPERMIT_TEST_KAFKA", () -> {
        Broker broker = Broker.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(broker::close));
        return broker.bootstrapServers();
    }));
    private static final Lazy<String> POSTGRES =
            new Lazy<>(() -> environment("ONEPERMIT_TEST_POSTGRES", TestPostgres::start));
    private static final Lazy<Path> KEYS = new Lazy<>(TestInfrastructure::writeKeys);

    private TestInfrastructure() {}

    public static String kafka() {
        return KAFKA.get();
    }

    /** A fresh, empty database. */
    public static TestDatabase database() {
        String name = "t_" + randomName();
        try (Connection connection = DriverManager.getConnection(POSTGRES.get());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not make database " + name, e);
        }
        return new TestDatabase(
                POSTGRES.get().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), "postgres", "postgres");
    }

    /** Puts topics, groups and transactional ids of a test class apart from all others. */
    public static String topicPrefix() {
        return "t" + randomName() + ".";
    }

    /** A folder with an {@code exchange.key} and the keys of all ledgers, made up for this run. */
    public static Path keys() {
        return KEYS.get();
    }

    /** Everything a service needs to start, as properties; gRPC and HTTP on free ports. */
    public static void register(DynamicPropertyRegistry registry) {
        TestDatabase database = database();
        String prefix = topicPrefix();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("onepermit.kafka.bootstrap-servers", TestInfrastructure::kafka);
        registry.add("onepermit.kafka.prefix", () -> prefix);
        registry.add("onepermit.keys.directory", () -> keys().toString());
        registry.add("onepermit.profile.synthetic", () -> "true");
        registry.add("spring.grpc.server.port", () -> "0");
        registry.add("server.port", () -> "0");
    }

    private static Path writeKeys() {
        try {
            Path folder = Files.createTempDirectory("onepermit-keys-");
            Folders.deletedAtExit(folder);
            byte[] key = new byte[32];
            SecureRandom random = new SecureRandom();
            random.nextBytes(key);
            Files.writeString(folder.resolve("exchange.key"), HexFormat.of().formatHex(key));
            LedgerKeyFiles.write(folder);
            for (String department : List.of("permit", "education", "social", "health")) {
                random.nextBytes(key);
                Files.writeString(
                        folder.resolve("at-rest-" + department + ".keys"),
                        "1 " + HexFormat.of().formatHex(key) + "\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String environment(String name, Supplier<String> otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise.get() : value;
    }

    private static String randomName() {
        byte[] name = new byte[6];
        new SecureRandom().nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
