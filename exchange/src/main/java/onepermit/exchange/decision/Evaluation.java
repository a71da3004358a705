package onepermit.exchange.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.PendingEvidence;

/** The values of one run of a rule set over one case: given, intermediate, and points as they come. */
final class Evaluation {
    private final CaseFacts facts;
    private final Vocabulary vocabulary;
    private final Set<String> spokenOf;
    private final Values values;
    /** Intermediate value → the case's variables it hangs on. */
    private final Map<String, Set<String>> roots = new HashMap<>();

    Evaluation(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        this.facts = facts;
        this.vocabulary = rules.vocabulary();
        this.spokenOf = rules.spokenOf();
        this.values = new Values(rules.slots());
        values.putAll(rules.parameters());
        values.putAll(facts.known());
        facts.unknown().keySet().forEach(values::unknown);
        values.known("evaluationDate", (long) Dates.toCode(date));
        values.known("division", division.value());
        for (var name : vocabulary.words().keySet()) {
            if (isUntold(name)) {
                values.unknown(name);
            }
        }
        rules.derived()
                .forEach(d ->
                        tell(d.name(), value(d.expression()), d.expression().variables()));
    }

    Optional<Object> value(Expression expression) {
        return expression.value(values);
    }

    String fill(Template template) {
        return template.fill(values);
    }

    /** A value told before, or nothing when it was told to be unknown. */
    Optional<Object> told(String name) {
        return values.find(name);
    }

    /** Tells a value found on the way, or that it is unknown, and which variables it hangs on. */
    void tell(String name, Optional<?> value, Set<String> behind) {
        if (spokenOf.contains(name)) {
            roots.put(name, rootsOf(behind));
        }
        set(name, value);
    }

    /** The same of a value that grows: it hangs on these variables beside those told before. */
    void tellMore(String name, Optional<?> value, Set<String> behind) {
        if (spokenOf.contains(name)) {
            roots.computeIfAbsent(name, n -> new TreeSet<>()).addAll(rootsOf(behind));
        }
        set(name, value);
    }

    private void set(String name, Optional<?> value) {
        if (value.isPresent()) {
            values.known(name, value.get());
        } else {
            values.unknown(name);
        }
    }

    /** The case's own variables behind some variables, in their order; the set itself when they are all the case's own. */
    Set<String> rootsOf(Set<String> variables) {
        if (Collections.disjoint(variables, roots.keySet())) {
            return variables;
        }
        var found = new TreeSet<String>();
        for (var variable : variables) {
            var behind = roots.get(variable);
            if (behind == null) {
                found.add(variable);
            } else {
                found.addAll(behind);
            }
        }
        return found;
    }

    /** Indexes of the evidence behind some variables. */
    BitSet evidenceOf(Set<String> variables) {
        var evidence = new BitSet();
        for (var variable : rootsOf(variables)) {
            for (int index : facts.evidenceOf(variable)) {
                evidence.set(index);
            }
        }
        return evidence;
    }

    List<PendingEvidence> pending(Set<String> variables) {
        var pending = new ArrayList<PendingEvidence>();
        for (var variable : rootsOf(variables)) {
            if (facts.unknown().containsKey(variable)) {
                pending.add(facts.unknown().get(variable));
            } else if (isUntold(variable)) {
                pending.add(untold(variable));
            }
        }
        return pending;
    }

    private boolean isUntold(String name) {
        return vocabulary.words().containsKey(name)
                && !facts.known().containsKey(name)
                && !facts.unknown().containsKey(name);
    }

    private PendingEvidence untold(String variable) {
        var word = Objects.requireNonNull(vocabulary.words().get(variable));
        return PendingEvidence.newBuilder()
                .setDataset(word.dataset())
                .setSource(word.source())
                .setCause("UNAVAILABLE")
                .build();
    }
}
