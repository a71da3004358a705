package onepermit.exchange.atrest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A column of personal texts, sealed one by one. An envelope is {@code fe 01}, the number of the data key (4 bytes), the nonce (12 bytes),
 * ciphertext and tag (16 bytes). Table, column and the row's identity are sealed with it, so what is copied into another row does not open.
 *
 * <p>What does not begin with {@code fe}, which no text in UTF-8 does, is a text from before it was sealed.
 */
public final class SealedColumn {
    static final byte MARK = (byte) 0xfe;
    static final byte VERSION = 1;
    private static final int NONCE_AT = 6;
    private static final int TEXT_AT = NONCE_AT + Algorithm.NONCE;

    private final DataKeys keys;
    private final byte[] place;
    private final SecureRandom random = new SecureRandom();

    SealedColumn(DataKeys keys, String table, String column) {
        this.keys = keys;
        this.place = (table + "." + column + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** @param row identity of the row, which does not change while the row stands */
    public byte[] seal(String row, String text) {
        DataKey key = keys.newest();
        byte[] nonce = new byte[Algorithm.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = key.algorithm().seal(key.key(), nonce, context(row), text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(TEXT_AT + sealed.length)
                .put(beginning(key))
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws KeyUnavailable its key is not there, or it was altered or moved from its place */
    public String open(String row, byte[] stored) {
        if (stored.length == 0 || stored[0] != MARK) {
            return new String(stored, StandardCharsets.UTF_8);
        }
        if (stored.length < TEXT_AT || stored[1] != VERSION) {
            throw new KeyUnavailable("a sealed field has an envelope of another version");
        }
        DataKey key = keys.of(ByteBuffer.wrap(stored).getInt(2));
        return new String(
                key.algorithm().open(key.key(), context(row), stored, NONCE_AT, TEXT_AT), StandardCharsets.UTF_8);
    }

    /** How everything begins that is sealed under a data key. */
    static byte[] beginning(DataKey key) {
        return ByteBuffer.allocate(NONCE_AT)
                .put(MARK)
                .put(VERSION)
                .putInt(key.number())
                .array();
    }

    private byte[] context(String row) {
        byte[] identity = row.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(place.length + identity.length)
                .put(place)
                .put(identity)
                .array();
    }
}
