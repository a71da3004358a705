package onepermit.exchange.replica.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slots nothing is read into at the moment, and why: said once in the log, and as long as it lasts in the figures and the state. */
final class LeftSlots {
    private static final Logger LOG = LoggerFactory.getLogger(LeftSlots.class);

    private final Slots slots;
    private final ReaderMetrics metrics;
    private final Map<String, Said> said = new HashMap<>();

    LeftSlots(Slots slots, ReaderMetrics metrics) {
        this.slots = slots;
        this.metrics = metrics;
    }

    boolean isLeft(Slot slot, String reason) {
        return new Said(slot.number(), Optional.of(reason))
                .equals(said.get(slot.dataset().id()));
    }

    void leave(Slot slot, String reason) {
        if (say(slot, Optional.of(reason))) {
            LOG.warn("replica.left dataset={} slot={} reason={}", slot.dataset().id(), slot.number(), reason);
        }
    }

    /** @return whether this is news */
    boolean readAgain(Slot slot) {
        Said before = said.get(slot.dataset().id());
        boolean news = say(slot, Optional.empty());
        if (news && before != null && before.reason().isPresent()) {
            LOG.info("replica.rejoined dataset={} slot={}", slot.dataset().id(), slot.number());
        }
        return news;
    }

    void notShared(String dataset) {
        if (!said.containsKey(dataset)) {
            LOG.warn("replica.left dataset={} reason=NOT_SHARED", dataset);
            said.put(dataset, new Said((short) 0, Optional.of("NOT_SHARED")));
            tell();
        }
    }

    /** @return whether this is news */
    private boolean say(Slot slot, Optional<String> reason) {
        Said now = new Said(slot.number(), reason);
        if (now.equals(said.get(slot.dataset().id()))) {
            return false;
        }
        slots.left(slot, reason);
        said.put(slot.dataset().id(), now);
        tell();
        return true;
    }

    private void tell() {
        Map<String, String> reasons = new HashMap<>();
        said.forEach((dataset, last) -> last.reason().ifPresent(reason -> reasons.put(dataset, reason)));
        metrics.left(reasons);
    }

    private record Said(short slot, Optional<String> reason) {}
}
