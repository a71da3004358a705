package onepermit.exchange.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onepermit.exchange.decision.RuleSet.Named;
import onepermit.exchange.decision.Vocabulary.Word;

/**
 * How old the evidence of a dataset may be under a rule set: as the strictest of the criteria that use it demands, so that a decision has
 * one value of a fact and no criterion is met by evidence older than it allows.
 */
final class EvidenceAges {
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> behind = new HashMap<>();
    private final Map<String, Duration> byDataset = new HashMap<>();

    private EvidenceAges(Vocabulary vocabulary, List<Named> derived) {
        this.vocabulary = vocabulary;
        derived.forEach(
                named -> behind.put(named.name(), words(named.expression().variables())));
    }

    static Map<String, Duration> of(List<Rule> rules, List<Named> derived, Vocabulary vocabulary) {
        EvidenceAges ages = new EvidenceAges(vocabulary, derived);
        rules.forEach(ages::demand);
        return Map.copyOf(ages.byDataset);
    }

    private void demand(Rule rule) {
        Set<String> used = new TreeSet<>(rule.variables());
        rule.notMet().forEach(consequence -> used.addAll(consequence.variables()));
        for (String name : words(used)) {
            Word word = vocabulary.words().get(name);
            if (word != null && !word.dataset().isEmpty()) {
                byDataset.merge(word.dataset(), rule.maxAge().orElse(word.maxAge()), EvidenceAges::stricter);
            }
        }
    }

    /** What points and tables hang on is counted at the criteria that give them. */
    private Set<String> words(Set<String> variables) {
        Set<String> words = new TreeSet<>();
        variables.forEach(variable -> words.addAll(behind.getOrDefault(variable, Set.of(variable))));
        return words;
    }

    private static Duration stricter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
