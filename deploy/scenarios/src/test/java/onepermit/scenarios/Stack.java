package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import onepermit.local.Home;

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
        var clients = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("keys/clients.properties"))) {
            clients.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clients.getProperty(role);
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}
