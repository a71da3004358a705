package onepermit.exchange.decision;

import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.decision.step.Slots;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.RuleSetRef;

/** Policy as data, compiled: a dated and cited set of criteria of one jurisdiction. */
public final class RuleSet {
    /** For what no criterion uses. */
    private static final Duration HOUSE_RULE = Duration.ofMinutes(15);

    private final String use;
    private final DivisionCode jurisdiction;
    private final LocalDate effectiveFrom;
    private final Optional<LocalDate> effectiveTo;
    private final RuleSetRef ref;
    private final Map<String, Object> parameters;
    private final boolean unverified;
    private final List<Named> derived;
    private final List<Rule> rules;
    private final BitSet spokenOf;
    private final int[] words;
    private final Results results;
    private final Vocabulary vocabulary;
    private final Slots slots;
    private final List<InlineCase> cases;
    private final Map<String, Duration> maxAges;

    /**
     * A named intermediate value.
     *
     * @param behind slots of what it speaks of
     */
    record Named(String name, Expression expression, int slot, BitSet behind) {}

    /** The typed result, each part if the use has it. */
    record Results(
            Optional<Expression> code,
            Optional<Expression> points,
            Optional<Integer> maxPoints,
            Optional<Integer> pointScale,
            Optional<Expression> division,
            Optional<Expression> date,
            Optional<Expression> items) {}

    /** A case written beside the rules: values given, values unknown, what must come out. */
    public record InlineCase(
            String name, LocalDate date, Map<String, Object> given, List<String> unknown, Map<String, Object> expect) {}

    RuleSet(
            String use,
            DivisionCode jurisdiction,
            LocalDate effectiveFrom,
            Optional<LocalDate> effectiveTo,
            RuleSetRef ref,
            Map<String, Object> parameters,
            boolean unverified,
            List<Named> derived,
            List<Rule> rules,
            Results results,
            Vocabulary vocabulary,
            Slots slots,
            List<InlineCase> cases) {
        this.use = use;
        this.jurisdiction = jurisdiction;
        this.effectiveFrom = effectiveFrom;
        this.effectiveTo = effectiveTo;
        this.ref = ref;
        this.parameters = parameters;
        this.unverified = unverified;
        this.derived = derived;
        this.rules = rules;
        this.results = results;
        this.vocabulary = vocabulary;
        this.slots = slots;
        this.spokenOf = spokenOf(derived, rules);
        this.words = slots.all(vocabulary.words().keySet()).stream().toArray();
        this.cases = cases;
        this.maxAges = EvidenceAges.of(rules, derived, vocabulary);
    }

    public String id() {
        return ref.getId();
    }

    public String use() {
        return use;
    }

    public DivisionCode jurisdiction() {
        return jurisdiction;
    }

    public RuleSetRef ref() {
        return ref;
    }

    public boolean inForce(LocalDate date) {
        return !date.isBefore(effectiveFrom) && !expired(date);
    }

    public boolean expired(LocalDate date) {
        return effectiveTo.filter(date::isAfter).isPresent();
    }

    /** A parameter as it stands in the file, e.g. the years of a gate. */
    public Object parameter(String name) {
        return parameterIfAny(name)
                .orElseThrow(() -> new IllegalArgumentException(id() + " has no parameter '" + name + "'"));
    }

    /** A parameter that not every set of a use has. */
    public Optional<Object> parameterIfAny(String name) {
        return Optional.ofNullable(parameters.get("param." + name));
    }

    /** How old evidence of a dataset may be: as the strictest criterion demands that uses it. */
    public Duration maxAge(String dataset) {
        return maxAges.getOrDefault(dataset, HOUSE_RULE);
    }

    public List<InlineCase> cases() {
        return cases;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean unverified() {
        return unverified;
    }

    List<Named> derived() {
        return derived;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Slots that criteria and intermediate values speak of: what hangs on what is kept for these alone. */
    BitSet spokenOf() {
        return spokenOf;
    }

    private static BitSet spokenOf(List<Named> derived, List<Rule> rules) {
        var slots = new BitSet();
        derived.forEach(value -> slots.or(value.behind()));
        for (var rule : rules) {
            slots.or(rule.behind());
            rule.notMet().forEach(consequence -> slots.or(consequence.behind()));
        }
        return slots;
    }

    /** Slots of the vocabulary. */
    int[] words() {
        return words;
    }

    Results results() {
        return results;
    }

    /** What a code is called in Chinese, as `zh(code)` in the rules. */
    public String zh(String code) {
        return vocabulary.codes().of(code);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Where in a run the values of the names stand. */
    Slots slots() {
        return slots;
    }
}
