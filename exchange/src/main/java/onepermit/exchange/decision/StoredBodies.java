package onepermit.exchange.decision;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which bodies were stored lately, so that one is not sent to the database again. Told only after the commit; that a decision never stands
 * without its body is held by the database.
 */
final class StoredBodies {
    private static final int REMEMBERED = 10_000;

    private final Map<ByteBuffer, Boolean> lately = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void stored(Body body) {
        lately.put(ByteBuffer.wrap(body.hash()), true);
    }

    synchronized boolean isStored(Body body) {
        return lately.get(ByteBuffer.wrap(body.hash())) != null;
    }

    /** After a failure nothing is taken for granted. */
    synchronized void forget() {
        lately.clear();
    }
}
