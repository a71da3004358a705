package onepermit.exchange.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a test did to an owner and what it saw on the road, and whether the two go together. Every change carries a content that no
 * other change has. A transaction ended well, ended badly, or nobody knows how; of an unknown one all may be there or nothing.
 */
public final class History {
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();

    /** How a transaction ended, as its caller saw it. */
    public enum Outcome {
        COMMITTED,
        FAILED,
        UNKNOWN
    }

    /** One changed fact. */
    public record Change(String key, String content) {}

    public synchronized void attempted(Outcome outcome, List<Change> changes) {
        attempts.add(new Attempt(outcome, List.copyOf(changes)));
    }

    /** In the order of the topic's partition. */
    public synchronized void saw(String key, long version, String content) {
        seen.add(new Seen(key, version, content));
    }

    /** What is wrong, in words; empty if all is well. */
    public synchronized List<String> violations() {
        List<String> found = new ArrayList<>();
        checkContents(found);
        checkOrder(found);
        checkAttempts(found);
        return found;
    }

    private void checkContents(List<String> found) {
        Map<String, String> contents = new HashMap<>();
        for (Seen record : seen) {
            String before = contents.putIfAbsent(record.key() + " v" + record.version(), record.content());
            if (before != null && !before.equals(record.content())) {
                found.add("CHANGED: " + record.key() + " v" + record.version() + " was " + before + ", then "
                        + record.content());
            }
        }
    }

    /** Versions of a key come first in order, without holes; repeats may come at any time. */
    private void checkOrder(List<String> found) {
        Map<String, Long> newest = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Seen record : seen) {
            if (known.add(record.key() + " v" + record.version())) {
                long before = newest.getOrDefault(record.key(), 0L);
                if (record.version() < before) {
                    found.add("INVERTED: " + record.key() + " v" + record.version() + " after v" + before);
                } else if (record.version() > before + 1) {
                    found.add("HOLE: " + record.key() + " v" + record.version() + " after v" + before);
                }
                newest.merge(record.key(), record.version(), Math::max);
            }
        }
    }

    private void checkAttempts(List<String> found) {
        Set<String> contents = new HashSet<>();
        seen.forEach(record -> contents.add(record.content()));
        for (Attempt attempt : attempts) {
            long there = attempt.changes().stream()
                    .filter(change -> contents.contains(change.content()))
                    .count();
            switch (attempt.outcome()) {
                case COMMITTED -> expect(there == attempt.changes().size(), "LOST: of " + attempt, found);
                case FAILED -> expect(there == 0, "GHOST: of " + attempt, found);
                case UNKNOWN -> expect(there == 0 || there == attempt.changes().size(), "TORN: " + attempt, found);
            }
        }
    }

    private static void expect(boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    private record Attempt(Outcome outcome, List<Change> changes) {}

    private record Seen(String key, long version, String content) {}
}
