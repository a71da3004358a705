package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        rules.lets().forEach(let -> define(let.name(), let.expression()));
    }

    Optional<Object> value(Expression expression) {
        return expression.value(known, unknown);
    }

    String fill(Template template) {
        return template.fill(known, unknown);
    }

    void define(String name, long value) {
        known.put(name, value);
    }

    void undefine(String name) {
        unknown.add(Patterns.of(name));
    }

    private void define(String name, Expression expression) {
        roots.put(name, rootsOf(expression.variables()));
        value(expression).ifPresentOrElse(value -> known.put(name, value), () -> unknown.add(Patterns.of(name)));
    }

    /** The case's own variables behind some variables. */
    Set<String> rootsOf(Set<String> variables) {
        var found = new LinkedHashSet<String>();
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
        var word = vocabulary.words().get(variable);
        return PendingEvidence.newBuilder()
                .setDataset(word == null ? "" : word.dataset())
                .setCause("UNAVAILABLE")
                .build();
    }
}
