package onepermit.exchange.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import org.jspecify.annotations.Nullable;

/**
 * What was known at one moment about how complete the replicas are: which slot is active and, for each partition, its watermark.
 * The persons parked are those of the same moment or later, so a view never claims more than the rows read after it hold.
 *
 * @param polledAt on the monotonic clock
 */
record View(long polledAt, Map<String, Slot> slots, Set<Parked> parked) {
    /** Rows of a retired slot are kept for longer than this, so a question asked under an older view is never answered from a gap. */
    static final Duration USABLE_FOR = Duration.ofSeconds(30);

    static final View NOTHING_YET = new View(0, Map.of(), Set.of());

    /** Number of an active slot → its dataset. */
    Map<Short, String> datasets() {
        Map<Short, String> datasets = HashMap.newHashMap(slots.size());
        slots.forEach((dataset, slot) -> datasets.put(slot.number(), dataset));
        return datasets;
    }

    boolean usableAt(long monotonic) {
        return monotonic - polledAt < USABLE_FOR.toNanos();
    }

    @Nullable
    Mark mark(String dataset, int partition) {
        Slot slot = slots.get(dataset);
        return slot == null || partition >= slot.marks().size()
                ? null
                : slot.marks().get(partition);
    }

    boolean parked(String dataset, PersonKey person) {
        Slot slot = slots.get(dataset);
        return slot != null && parked.contains(new Parked(slot.number(), person));
    }

    /** Version of the keys that persons have in the copy of a dataset. */
    int personKey(String dataset) {
        Slot slot = slots.get(dataset);
        return slot == null ? RoadKeys.FIRST : slot.personKey();
    }

    /** All versions that copies have beside the first. */
    Set<Integer> laterPersonKeys() {
        return slots.values().stream()
                .map(Slot::personKey)
                .filter(version -> version != RoadKeys.FIRST)
                .collect(Collectors.toSet());
    }

    /**
     * The active slot of a dataset.
     *
     * @param personKey version of the keys that persons have in it
     * @param marks by partition, null where nothing has come yet
     */
    record Slot(short number, int personKey, List<@Nullable Mark> marks) {}

    /**
     * The watermark of a partition.
     *
     * @param firstSeen when this watermark was first seen here, on the monotonic clock
     * @param stopped persons whose publication is stopped at the owner
     */
    record Mark(Instant watermark, long firstSeen, Set<PersonKey> stopped) {}

    /** A person parked in a slot. */
    record Parked(short slot, PersonKey person) {}
}
