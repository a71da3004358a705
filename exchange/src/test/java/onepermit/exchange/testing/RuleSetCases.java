package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleEngine.Weight;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSet.InlineCase;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.decision.StepsAgree;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases written inside rule sets, as one test of every service: {@code @TestFactory Stream<DynamicTest>
 * every_case_of_every_rule_set_comes_out() { return RuleSetCases.of(RuleSets.shipped()); }}. Every case is also decided once for
 * each of its facts with that fact unknown: not knowing must never refuse whom knowing does not.
 *
 * <p>{@code expect} may name {@code outcome}, {@code earliestDate}, {@code reasons} (codes, in order), {@code pending} (datasets),
 * {@code labels}, {@code result.code}, {@code result.points}, {@code result.division}, {@code result.date}, {@code result.items}
 * (each also without {@code result.}), {@code met}, {@code notMet}, {@code unknown}, {@code notApplicable} (ids of criteria), and of a line
 * {@code points.<criterion id>}, {@code value.<criterion id>}, {@code valueZh.<criterion id>}, {@code required.<criterion id>},
 * {@code requiredZh.<criterion id>}. Every line must say something in both languages. The division is {@code given.division}, else that of the rule set.
 */
public final class RuleSetCases {
    private static final Set<Outcome> REFUSALS = Set.of(Outcome.OUTCOME_NOT_ELIGIBLE, Outcome.OUTCOME_VETOED);
    private static final Map<String, Function<Decision, Object>> EXPECTED = expectations();
    private static final Map<String, Function<Criterion, Object>> OF_A_LINE = Map.of(
            "points", line -> line.hasPoints() ? line.getPoints() : "none",
            "value", Criterion::getValue,
            "valueZh", Criterion::getValueZh,
            "required", Criterion::getRequired,
            "requiredZh", Criterion::getRequiredZh);

    private RuleSetCases() {}

    public static Stream<DynamicTest> of(RuleSets sets) {
        assertThat(sets.all()).as("rule sets").isNotEmpty();
        return sets.all().stream().flatMap(RuleSetCases::of);
    }

    private static Stream<DynamicTest> of(RuleSet rules) {
        DynamicTest tried = DynamicTest.dynamicTest(
                rules.id() + ": has been tried",
                () -> assertThat(rules.cases()).as("cases of " + rules.id()).isNotEmpty());
        DynamicTest agree = DynamicTest.dynamicTest(
                rules.id() + ": its expressions mean in steps what they mean in CEL", () -> StepsAgree.of(rules));
        return Stream.concat(
                Stream.of(tried, agree),
                rules.cases().stream()
                        .map(c -> DynamicTest.dynamicTest(rules.id() + ": " + c.name(), () -> check(rules, c))));
    }

    private static void check(RuleSet rules, InlineCase wanted) {
        Decision decision = decide(rules, wanted, Set.of());
        assertThat(found(wanted.expect().keySet(), decision))
                .as("%s\n%s", wanted.name(), decision)
                .isEqualTo(asText(wanted.expect()));
        assertThat(decision.getCriteriaList()).as(wanted.name()).allMatch(RuleSetCases::readsInBothLanguages);
        assertThat(decide(rules, wanted, Set.of()).toByteArray()).isEqualTo(decision.toByteArray());
        if (!REFUSALS.contains(decision.getOutcome())) {
            wanted.given().keySet().stream()
                    .filter(name -> !name.equals("division"))
                    .forEach(name -> neverRefused(rules, wanted, name));
        }
    }

    private static boolean readsInBothLanguages(Criterion line) {
        return !line.getValue().isBlank()
                && !line.getValueZh().isBlank()
                && line.getRequired().isEmpty() == line.getRequiredZh().isEmpty();
    }

    private static void neverRefused(RuleSet rules, InlineCase wanted, String name) {
        assertThat(decide(rules, wanted, Set.of(name)).getOutcome())
                .as("'%s' with %s unknown", wanted.name(), name)
                .isNotIn(REFUSALS);
    }

    /** What is weighed is what is decided, whatever is unknown. */
    private static Decision decide(RuleSet rules, InlineCase wanted, Set<String> forgotten) {
        DivisionCode division = new DivisionCode(wanted.given()
                .getOrDefault("division", rules.jurisdiction().value())
                .toString());
        CaseFacts facts = facts(wanted, forgotten);
        Decision decision = RuleEngine.decide(rules, wanted.date(), division, facts);
        assertThat(RuleEngine.weigh(rules, wanted.date(), division, facts)).isEqualTo(Weight.of(decision));
        return decision;
    }

    private static CaseFacts facts(InlineCase wanted, Set<String> forgotten) {
        CaseFacts facts = new CaseFacts();
        List<String> names = new ArrayList<>(wanted.given().keySet());
        Collections.sort(names);
        names.removeAll(wanted.unknown());
        names.removeAll(forgotten);
        names.remove("division");
        names.forEach(
                name -> facts.known(name, Objects.requireNonNull(wanted.given().get(name))));
        wanted.unknown().forEach(name -> facts.unknown(name, stale(name)));
        return facts;
    }

    private static PendingEvidence stale(String name) {
        return PendingEvidence.newBuilder().setDataset(name).setCause("STALE").build();
    }

    private static Map<String, String> found(Set<String> keys, Decision decision) {
        Map<String, String> found = new HashMap<>();
        for (String key : keys) {
            Function<Decision, Object> expected = EXPECTED.get(key);
            found.put(key, String.valueOf(expected == null ? ofALine(key, decision) : expected.apply(decision)));
        }
        return found;
    }

    private static Object ofALine(String key, Decision decision) {
        return decision.getCriteriaList().stream()
                .filter(line -> key.endsWith("." + line.getId()))
                .filter(line -> OF_A_LINE.containsKey(what(key, line)))
                .findFirst()
                .map(line ->
                        Objects.requireNonNull(OF_A_LINE.get(what(key, line))).apply(line))
                .orElseThrow(() -> new AssertionError("'expect' knows no '" + key + "'; it has "
                        + EXPECTED.keySet().stream().sorted().toList() + " and of <criterion id> "
                        + OF_A_LINE.keySet().stream().sorted().toList()));
    }

    /** {@code valueZh} of {@code valueZh.gate.residence}. */
    private static String what(String key, Criterion line) {
        return key.substring(0, key.length() - line.getId().length() - 1);
    }

    private static Map<String, String> asText(Map<String, Object> expect) {
        Map<String, String> text = new HashMap<>();
        expect.forEach((key, value) -> text.put(key, value.toString()));
        return text;
    }

    private static Map<String, Function<Decision, Object>> expectations() {
        Map<String, Function<Decision, Object>> known = new HashMap<>();
        known.put("outcome", d -> d.getOutcome().name().substring("OUTCOME_".length()));
        known.put("earliestDate", Decision::getEarliestDate);
        known.put(
                "reasons", d -> d.getReasonsList().stream().map(Reason::getCode).toList());
        known.put(
                "pending",
                d -> d.getPendingList().stream()
                        .map(PendingEvidence::getDataset)
                        .toList());
        known.put("labels", Decision::getLabelsList);
        known.put("met", d -> lines(d, "MET"));
        known.put("notMet", d -> lines(d, "NOT_MET"));
        known.put("unknown", d -> lines(d, "UNKNOWN"));
        known.put("notApplicable", d -> lines(d, "NOT_APPLICABLE"));
        result(known, "code", d -> d.getResult().getCode());
        result(known, "points", d -> d.getResult().hasPoints() ? d.getResult().getPoints() : "none");
        result(known, "division", d -> d.getResult().getDivision());
        result(known, "date", d -> d.getResult().getDate());
        result(known, "items", d -> d.getResult().getItemsList());
        return Map.copyOf(known);
    }

    private static void result(
            Map<String, Function<Decision, Object>> known, String key, Function<Decision, Object> value) {
        known.put(key, value);
        known.put("result." + key, value);
    }

    private static List<String> lines(Decision decision, String status) {
        return decision.getCriteriaList().stream()
                .filter(line -> line.getStatus().name().equals("CRITERION_STATUS_" + status))
                .map(Criterion::getId)
                .toList();
    }
}
