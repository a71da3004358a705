package onepermit.exchange.publication.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * Key of a record: person, then fact id. With the person alone compaction would keep one fact a person.
 *
 * @param factId within person and dataset
 */
public record RecordKey(PersonKey person, String factId) {
    private static final byte[] WATERMARK = "~watermark".getBytes(StandardCharsets.UTF_8);

    /** The reserved key of watermark records. */
    public static byte[] watermark() {
        return WATERMARK.clone();
    }

    public static boolean isWatermark(byte @Nullable [] key) {
        return key != null && Arrays.equals(key, WATERMARK);
    }

    public byte[] bytes() {
        byte[] id = factId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PersonKey.LENGTH + id.length)
                .put(person.bytes())
                .put(id)
                .array();
    }

    /** Empty if nobody can tell whose record this is. */
    public static Optional<RecordKey> read(byte @Nullable [] key) {
        if (key == null || key.length <= PersonKey.LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer id = ByteBuffer.wrap(key, PersonKey.LENGTH, key.length - PersonKey.LENGTH);
            String factId = StandardCharsets.UTF_8.newDecoder().decode(id).toString();
            return Optional.of(new RecordKey(PersonKey.of(Arrays.copyOf(key, PersonKey.LENGTH)), factId));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
