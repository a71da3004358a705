package onepermit.exchange.access;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The secrets of the local issuer's clients, in {@code <keys>/clients.properties}: role = secret. */
final class ClientSecrets {
    private ClientSecrets() {}

    /** @param name under which the local issuer's file has it */
    static ServiceToken.ClientSecret of(String name, String id, String secret, Path keys) {
        return new ServiceToken.ClientSecret(
                id, secret.isEmpty() ? read(name, keys.resolve("clients.properties")) : secret);
    }

    private static String read(String name, Path file) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String secret = secrets.getProperty(name);
        if (secret == null) {
            throw new IllegalStateException(file + " has no secret of the client '" + name + "'");
        }
        return secret;
    }
}
