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

    static ServiceToken.ClientSecret ofService(String id, String secret, Path keys) {
        return new ServiceToken.ClientSecret(id, secret.isEmpty() ? read(keys.resolve("clients.properties")) : secret);
    }

    private static String read(Path file) {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String secret = secrets.getProperty("service");
        if (secret == null) {
            throw new IllegalStateException(file + " has no secret of the client 'service'");
        }
        return secret;
    }
}
