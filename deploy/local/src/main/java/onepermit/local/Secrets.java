package onepermit.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Random secrets made once and kept in files that only the owner reads. */
public final class Secrets {
    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** One secret per name; a file that exists is kept as it is. */
    public Properties named(Path file, List<String> names) {
        if (!Files.exists(file))
            OwnersFile.write(
                    file,
                    names.stream().map(name -> name + "=" + secret() + "\n").collect(Collectors.joining()));
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** A key of 32 bytes in hex. */
    public void key(Path file) {
        if (!Files.exists(file)) OwnersFile.write(file, secret() + "\n");
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
