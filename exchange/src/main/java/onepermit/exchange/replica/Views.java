package onepermit.exchange.replica;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Keeps the latest {@link View} in memory, so that a question about freshness costs no statement. */
final class Views {
    private final JdbcOperations jdbc;
    private final LongSupplier monotonic;
    private volatile View latest = View.NOTHING_YET;

    Views(JdbcOperations jdbc, LongSupplier monotonic) {
        this.jdbc = jdbc;
        this.monotonic = monotonic;
    }

    View latest() {
        return latest;
    }

    /** Offsets first, parked persons second: who was let go in between has its rows applied by then. */
    void poll() {
        long now = monotonic.getAsLong();
        Map<String, View.Slot> slots = new HashMap<>();
        jdbc.query("""
                SELECT s.dataset, s.slot, o.part, CASE WHEN o.problem IS NULL THEN o.watermark END, o.stopped, s.person_key
                FROM replica_slot s JOIN replica_offset o USING (slot) WHERE s.state = 'ACTIVE' ORDER BY o.part""", row -> {
            add(slots, row, now);
        });
        Set<View.Parked> parked = new HashSet<>(jdbc.query(
                "SELECT DISTINCT slot, person FROM parked WHERE person IS NOT NULL",
                (row, n) -> new View.Parked(row.getShort(1), PersonKey.of(row.getBytes(2)))));
        latest = new View(now, slots, parked);
    }

    private void add(Map<String, View.Slot> slots, ResultSet row, long now) throws SQLException {
        String dataset = row.getString(1);
        int part = row.getInt(3);
        View.Slot slot = slots.get(dataset);
        if (slot == null) {
            slot = new View.Slot(row.getShort(2), row.getInt(6), new ArrayList<>());
            slots.put(dataset, slot);
        }
        while (slot.marks().size() <= part) {
            slot.marks().add(null);
        }
        Timestamp watermark = row.getTimestamp(4);
        if (watermark != null) {
            slot.marks().set(part, mark(dataset, part, watermark.toInstant(), stopped(row.getArray(5)), now));
        }
    }

    private View.Mark mark(String dataset, int part, Instant watermark, Set<PersonKey> stopped, long now) {
        View.@Nullable Mark before = latest.mark(dataset, part);
        long firstSeen = before != null && before.watermark().equals(watermark) ? before.firstSeen() : now;
        return new View.Mark(watermark, firstSeen, stopped);
    }

    private static Set<PersonKey> stopped(Array keys) throws SQLException {
        Set<PersonKey> persons = new HashSet<>();
        for (Object key : (Object[]) keys.getArray()) {
            persons.add(PersonKey.of((byte[]) key));
        }
        return persons;
    }
}
