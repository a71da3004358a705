package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<String, Object> known;
    private final Set<CelAttributePattern> unknown;
    /** Intermediate value → the case's variables it hangs on. */
    private final Map<String, Set<String>> roots = new HashMap<>();

    Evaluation(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        this.facts = facts;
        this.vocabulary = rules.vocabulary();
        this.known = new HashMap<>(rules.parameters());
        this.unknown = new HashSet<>(facts.patterns());
        known.putAll(facts.known());
        known.put("evaluationDate", (long) Dates.toCode(date));
        known.put("division", division.value());
        vocabulary.words().keySet().stream().filter(this::isUntold).forEach(name -> unknown.add(Patterns.of(name)));
        rules.derived()
                .forEach(d ->
                        tell(d.name(), value(d.expression()), d.expression().variables()));
    }

    Optional<Object> value(Expression expression) {
        return expression.value(known, unknown);
    }

    String fill(Template template) {
        return template.fill(known, unknown);
    }

    /** A value told before, or nothing when it was told to be unknown. */
    Optional<Object> told(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Tells a value found on the way, or that it is unknown, and which variables it hangs on. */
    void tell(String name, Optional<?> value, Set<String> behind) {
        roots.put(name, rootsOf(behind));
        if (value.isPresent()) {
            known.put(name, value.get());
            unknown.remove(Patterns.of(name));
        } else {
            known.remove(name);
            unknown.add(Patterns.of(name));
        }
    }

    /** The case's own variables behind some variables. */
    Set<String> rootsOf(Set<String> variables) {
        var found = new TreeSet<String>();
        for (var variable : variables) {
            found.addAll(roots.getOrDefault(variable, Set.of(variable)));
        }
        return found;
    }

    int[] evidenceOf(Set<String> variables) {
        int[] evidence = {};
        for (var variable : rootsOf(variables)) {
            evidence = CaseFacts.merged(evidence, facts.evidenceOf(variable));
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
