package onepermit.gateway.issuer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onepermit.exchange.access.PeerGate;

/** Secrets of the local clients, {@code clients.properties}: one line {@code role=secret}; what is there stays. */
final class ClientSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientSecrets() {}

    static Map<String, String> in(Path keys) {
        Path file = keys.resolve("clients.properties");
        Map<String, String> secrets = read(file);
        int before = secrets.size();
        for (LocalRole role : LocalRole.values()) {
            secrets.computeIfAbsent(role.role(), any -> make());
        }
        secrets.computeIfAbsent(PeerGate.GATEWAY, any -> make());
        if (secrets.size() > before) {
            OwnerOnly.write(file, text(secrets));
        }
        return secrets;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> secrets = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        return secrets;
    }

    private static String text(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String make() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
