package onepermit.exchange.atrest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * Master keys in a file, one a line, {@code ID HEX} with 32 bytes in hex; the last wraps. It is read again when it has changed: a rotation is
 * a line more, and once all data keys are wrapped anew, the first line less.
 */
public final class FileKeys implements KeyManagement {
    private static final Algorithm WRAPPING = Algorithm.AES_256_GCM;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private Keys keys;

    private record Keys(FileTime changed, Map<String, SecretKeySpec> byId, String last) {}

    public FileKeys(Path file) {
        this.file = file;
        this.keys = read();
    }

    @Override
    public String current() {
        return latest().last();
    }

    @Override
    public byte[] wrap(String masterKey, byte[] dataKey) {
        byte[] nonce = new byte[Algorithm.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = WRAPPING.seal(key(masterKey), nonce, context(masterKey), dataKey);
        byte[] wrapped = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, wrapped, nonce.length, sealed.length);
        return wrapped;
    }

    @Override
    public byte[] unwrap(String masterKey, byte[] wrapped) {
        if (wrapped.length <= Algorithm.NONCE) {
            throw new KeyUnavailable("a wrapped data key is too short");
        }
        return WRAPPING.open(key(masterKey), context(masterKey), wrapped, 0, Algorithm.NONCE);
    }

    private SecretKeySpec key(String id) {
        SecretKeySpec key = latest().byId().get(id);
        if (key == null) {
            throw new KeyUnavailable("master key '" + id + "' is not in " + file);
        }
        return key;
    }

    private synchronized Keys latest() {
        try {
            if (!Files.getLastModifiedTime(file).equals(keys.changed())) {
                keys = read();
            }
            return keys;
        } catch (IOException e) {
            throw new KeyUnavailable("cannot read " + file, e);
        }
    }

    private Keys read() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Map<String, SecretKeySpec> byId = new LinkedHashMap<>();
            String last = "";
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split(" +", -1);
                if (words.length != 2
                        || byId.put(words[0], WRAPPING.key(HexFormat.of().parseHex(words[1]))) != null) {
                    throw new KeyUnavailable("cannot read " + file + "; expected lines 'ID HEX', each id once");
                }
                last = words[0];
            }
            if (last.isEmpty()) {
                throw new KeyUnavailable(file + " holds no master key");
            }
            return new Keys(changed, byId, last);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyUnavailable(
                    "cannot read " + file + "; expected lines 'ID HEX' with 32 bytes in hex."
                            + " onepermit.keys.directory names its folder",
                    e);
        }
    }

    private static byte[] context(String masterKey) {
        return ("onepermit master key " + masterKey).getBytes(StandardCharsets.UTF_8);
    }
}
