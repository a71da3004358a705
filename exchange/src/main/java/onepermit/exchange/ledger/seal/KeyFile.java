package onepermit.exchange.ledger.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A private Ed25519 key in a file: 32 bytes in hex. */
public final class KeyFile {
    private static final int LENGTH = 32;

    private KeyFile() {}

    /** @throws IllegalStateException naming the file that is absent or holds something else */
    public static byte[] seed(Path file) {
        try {
            byte[] seed = HexFormat.of().parseHex(Files.readString(file).strip());
            if (seed.length == LENGTH) {
                return seed;
            }
            throw new IllegalArgumentException("it holds " + seed.length + " bytes");
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cannot read " + file + "; expected " + LENGTH
                            + " bytes in hex. onepermit.keys.directory names its folder",
                    e);
        }
    }
}
