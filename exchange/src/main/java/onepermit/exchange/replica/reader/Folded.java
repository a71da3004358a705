package onepermit.exchange.replica.reader;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** The facts of a batch, of each the newest only: one statement cannot touch a row twice. */
final class Folded {
    private final Map<Key, Entry> entries = new HashMap<>();
    private long skipped;

    void add(short slot, Arrival.Fact fact) {
        entries.merge(
                new Key(fact.person(), slot, fact.factId()),
                new Entry(slot, fact, fact.version()),
                (before, now) -> newer(before, now.fact()));
    }

    /** In the order of the primary key, so that two readers lock rows in the same order. */
    Collection<Entry> sorted() {
        return entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Versions that were jumped over inside the batch; compaction makes such jumps, they are counted and nothing more. */
    long skipped() {
        return skipped;
    }

    private Entry newer(Entry before, Arrival.Fact fact) {
        if (!fact.newerThan(before.fact())) {
            return before;
        }
        skipped += Math.max(0, fact.version() - before.fact().version() - 1);
        return new Entry(before.slot(), fact, before.lowest());
    }

    /**
     * @param lowest the first version of the fact in the batch
     */
    record Entry(short slot, Arrival.Fact fact, long lowest) {}

    private record Key(PersonKey person, short slot, String factId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPerson = person.compareTo(other.person);
            if (byPerson != 0) {
                return byPerson;
            }
            return slot != other.slot ? Short.compare(slot, other.slot) : factId.compareTo(other.factId);
        }
    }
}
