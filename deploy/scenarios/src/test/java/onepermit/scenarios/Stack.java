package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import onepermit.local.Home;
import onepermit.local.broker.Kafka;

/** The stack under test: where its front door is and where its issuer's client secrets lie. */
record Stack(String http, String grpc, Path home) {

    /** The stack named by the environment; the start script starts one and names it so. */
    static Stack ofEnvironment() {
        return new Stack(
                setting("ONEPERMIT_SCENARIOS_HTTP", "http://localhost:8080"),
                setting("ONEPERMIT_SCENARIOS_GRPC", "localhost:9090"),
                Home.of(System.getenv()).root());
    }

    String secret(String role) {
        return read("keys/clients.properties").getProperty(role);
    }

    String databasePassword(String role) {
        return read("keys/postgres.properties").getProperty(role);
    }

    /** @param part KAFKA, GATEWAY, EDUCATION, EDUCATION_GRPC … */
    int port(String part) {
        return Integer.parseInt(read("run/ports.properties").getProperty("ONEPERMIT_PORT_" + part));
    }

    /** A Kafka client's settings as the holder of a certificate, and what it adds. */
    Map<String, Object> kafka(String holder, Map<String, Object> more) {
        var settings = new HashMap<>(Kafka.clientSettings(new Home(home), "127.0.0.1:" + port("KAFKA"), holder));
        settings.putAll(more);
        return settings;
    }

    private Properties read(String file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(home.resolve(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}
