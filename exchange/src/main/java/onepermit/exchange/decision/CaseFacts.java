package onepermit.exchange.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.decision.step.Step;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/** What is known of a case, in the words of its use's vocabulary, each value with its evidence. Unknown is said, never guessed. */
public final class CaseFacts {
    private final Map<String, Told> told = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    /**
     * What was told of a name.
     *
     * @param value {@link Step#UNKNOWN} when it is unknown
     * @param pending why it is unknown
     * @param evidence indexes
     */
    record Told(Object value, @Nullable PendingEvidence pending, int[] evidence) {}

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
        told.put(name, new Told(CelValues.of(value), null, evidence));
        return this;
    }

    public CaseFacts unknown(String name, PendingEvidence pending, int... evidence) {
        told.put(name, new Told(Step.UNKNOWN, pending, evidence));
        return this;
    }

    Map<String, Told> told() {
        return told;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    @Override
    public String toString() {
        List<String> unknown = told.entrySet().stream()
                .filter(entry -> entry.getValue().pending() != null)
                .map(Map.Entry::getKey)
                .toList();
        return "CaseFacts[told " + told.keySet() + ", of these unknown " + unknown + "]";
    }
}
