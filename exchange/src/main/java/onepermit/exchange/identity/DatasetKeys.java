package onepermit.exchange.identity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/** Makes the tags that yes/no datasets carry instead of what they are about: same parts, same tag, and nothing else to be read from it. */
public final class DatasetKeys {
    public static final int TAG_LENGTH = 16;

    private final ExchangeKey key;
    private final Map<String, Mac> keyed = new ConcurrentHashMap<>();

    public DatasetKeys(ExchangeKey key) {
        this.key = key;
    }

    /** Each part goes in with its length: {@code (ab, c)} and {@code (a, bc)} have different tags. */
    public byte[] tag(String dataset, byte[]... parts) {
        Mac mac = ExchangeKey.copy(keyed.computeIfAbsent(dataset, d -> key.macFor("onepermit dataset " + d)));
        for (byte[] part : parts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
            mac.update(part);
        }
        return Arrays.copyOf(mac.doFinal(), TAG_LENGTH);
    }
}
