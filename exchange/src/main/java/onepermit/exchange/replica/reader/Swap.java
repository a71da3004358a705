package onepermit.exchange.replica.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a shadow in the place of the active slot, inside the caller's transaction. Questions see the one or the other, never both, and
 * never an older state: the shadow must have come at least as far.
 */
final class Swap {
    private final JdbcClient jdbc;

    Swap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds the active slot still until the end of the transaction.
     *
     * @return its offsets, which the shadow must reach; empty where they say nothing about the shadow's topic
     */
    Optional<Map<Integer, Long>> goal(Optional<Slot> active, Slot shadow) {
        if (active.isEmpty() || !sameTopic(active.get(), shadow)) {
            return Optional.empty();
        }
        List<Stand> stands = jdbc.sql("SELECT part, next_offset, problem FROM replica_offset WHERE slot = ? FOR UPDATE")
                .param(active.get().number())
                .query((row, n) -> new Stand(row.getInt(1), row.getLong(2), row.getString(3) == null))
                .list();
        return stands.stream().allMatch(Stand::sound)
                ? Optional.of(stands.stream().collect(Collectors.toMap(Stand::part, Stand::next)))
                : Optional.empty();
    }

    boolean sameTopic(Slot one, Slot other) {
        return one.topic().equals(other.topic()) && one.topicId().equals(other.topicId());
    }

    /**
     * Raising the epochs fences the readers of both slots: they look again which one is active.
     *
     * @return false if the shadow was given up meanwhile: the transaction must not be committed
     */
    boolean swap(Optional<Slot> active, Slot shadow) {
        active.ifPresent(slot -> {
            set(slot, "UPDATE replica_slot SET state = 'RETIRED', retired_at = clock_timestamp() WHERE slot = ?");
            set(slot, "UPDATE replica_offset SET epoch = epoch + 1, owner = 'retired' WHERE slot = ?");
        });
        set(shadow, "UPDATE replica_offset SET epoch = epoch + 1, owner = 'swapped in' WHERE slot = ?");
        noteCases(shadow);
        return set(shadow, "UPDATE replica_slot SET state = 'ACTIVE' WHERE slot = ? AND state = 'SHADOW'") == 1;
    }

    /** A shadow may hold what the copy before never had, so every open case that asks this dataset is looked at once. */
    private void noteCases(Slot shadow) {
        jdbc.sql("INSERT INTO changed_case (no, dataset) SELECT no, ?::text FROM watched_case WHERE ? = ANY (datasets)")
                .params(shadow.dataset().id(), shadow.dataset().id())
                .update();
    }

    private int set(Slot slot, String sql) {
        return jdbc.sql(sql).param(slot.number()).update();
    }

    private record Stand(int part, long next, boolean sound) {}
}
