package onepermit.exchange.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.decision.RuleSet.InlineCase;
import onepermit.exchange.yaml.Yaml;

/** Reads the cases written beside the rules; a case speaks the words of the vocabulary too. */
final class InlineCases {
    private static final Set<String> KEYS = Set.of("name", "date", "given", "unknown", "expect", "note");

    private InlineCases() {}

    static List<InlineCase> read(Yaml rules, Vocabulary vocabulary) {
        return rules.children("cases").stream()
                .map(entry -> one(entry, vocabulary))
                .toList();
    }

    private static InlineCase one(Yaml entry, Vocabulary vocabulary) {
        entry.onlyKeys(KEYS);
        Map<String, Object> given =
                CelValues.map(entry.child("given").map(Yaml::entries).orElse(Map.of()));
        List<String> unknown = entry.texts("unknown");
        Set<String> named = new HashSet<>(given.keySet());
        named.addAll(unknown);
        named.remove("division");
        named.removeAll(vocabulary.words().keySet());
        if (!named.isEmpty()) {
            throw entry.wrong(
                    "not in the vocabulary: " + named.stream().sorted().toList());
        }
        return new InlineCase(
                entry.text("name"),
                entry.date("date"),
                given,
                unknown,
                entry.child("expect").map(Yaml::entries).orElseThrow(() -> entry.wrong("'expect' is missing")));
    }
}
