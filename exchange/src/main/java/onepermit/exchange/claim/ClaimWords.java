package onepermit.exchange.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;

/** A case in the words of the vocabulary, kept so that it can be decided again with what is unknown filled in, or with years gone by. */
public final class ClaimWords {
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, PendingEvidence> unknown = new HashMap<>();
    private final Map<String, int[]> behind = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    public int evidence(Evidence item) {
        evidence.add(item);
        return evidence.size() - 1;
    }

    public void known(String word, Object value, int... evidence) {
        known.put(word, value);
        behind.put(word, evidence);
    }

    public void unknown(String word, PendingEvidence pending, int... evidence) {
        unknown.put(word, pending);
        behind.put(word, evidence);
    }

    public CaseFacts facts() {
        CaseFacts facts = new CaseFacts();
        evidence.forEach(facts::evidence);
        known.forEach((word, value) -> facts.known(word, value, of(word)));
        unknown.forEach((word, pending) -> facts.unknown(word, pending, of(word)));
        return facts;
    }

    /** With these values for what is unknown. */
    public CaseFacts filled(Map<String, Object> values) {
        CaseFacts facts = new CaseFacts();
        values.forEach(facts::known);
        known.forEach(facts::known);
        return facts;
    }

    /** After so many years: what is nothing today stays nothing. */
    public CaseFacts after(int years, Map<String, Object> perYear) {
        CaseFacts facts = facts();
        perYear.forEach((word, growth) -> {
            if (known.get(word) instanceof Number today && today.longValue() > 0) {
                facts.known(word, today.longValue() + years * (Long) growth);
            }
        });
        return facts;
    }

    private int[] of(String word) {
        return behind.getOrDefault(word, new int[0]);
    }
}
