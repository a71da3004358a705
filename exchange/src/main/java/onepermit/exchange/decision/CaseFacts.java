package onepermit.exchange.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;

/** What is known of a case, in the words of its use's vocabulary, each value with its evidence. Unknown is said, never guessed. */
public final class CaseFacts {
    private static final int[] NONE = {};
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, PendingEvidence> unknown = new HashMap<>();
    private final Map<String, int[]> evidenceOf = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    /** Adds evidence; returns its index. */
    public int evidence(Evidence item) {
        evidence.add(item);
        return evidence.size() - 1;
    }

    /**
     * What is told last of a name stands.
     *
     * @param value Integer, Long, Double, Boolean, String, LocalDate (rules see it as int yyyymmdd), a List or a Map of these
     */
    public CaseFacts known(String name, Object value, int... evidence) {
        unknown.remove(name);
        known.put(name, CelValues.of(value));
        evidenceOf.put(name, evidence);
        return this;
    }

    public CaseFacts unknown(String name, PendingEvidence pending, int... evidence) {
        known.remove(name);
        unknown.put(name, pending);
        evidenceOf.put(name, evidence);
        return this;
    }

    Map<String, Object> known() {
        return known;
    }

    Map<String, PendingEvidence> unknown() {
        return unknown;
    }

    int[] evidenceOf(String name) {
        return evidenceOf.getOrDefault(name, NONE);
    }

    List<Evidence> evidence() {
        return evidence;
    }

    @Override
    public String toString() {
        return "CaseFacts[known " + known.keySet() + ", unknown " + unknown.keySet() + "]";
    }
}
