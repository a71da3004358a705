package onepermit.exchange.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import onepermit.exchange.decision.step.Step;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/** The values of one run of a rule set over one case: given, intermediate, and points as they come. Names go by their slots. */
final class Evaluation {
    private final RuleSet rules;
    private final CaseFacts facts;
    private final Values values;
    /** Intermediate value → the case's variables it hangs on; null for the case's own. */
    private final @Nullable BitSet[] roots;

    private final CaseFacts.@Nullable Told[] told;

    Evaluation(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        this.rules = rules;
        this.facts = facts;
        this.values = new Values(rules.slots());
        this.roots = new @Nullable BitSet[rules.slots().count()];
        this.told = new CaseFacts.@Nullable Told[roots.length];
        values.putAll(rules.parameters());
        facts.told().forEach(this::given);
        values.known("evaluationDate", (long) Dates.toCode(date));
        values.known("division", division.value());
        for (int slot : rules.words()) {
            if (values.frame().at(slot) == null) {
                values.frame().put(slot, Step.UNKNOWN);
            }
        }
        rules.derived().forEach(d -> tell(d.slot(), value(d.expression()), d.behind()));
    }

    /** A name no expression can speak of is passed over. */
    private void given(String name, CaseFacts.Told value) {
        int slot = rules.slots().of(name);
        if (slot >= 0) {
            values.frame().put(slot, value.value());
            told[slot] = value;
        }
    }

    Optional<Object> value(Expression expression) {
        return expression.value(values);
    }

    String fill(Template template) {
        return template.fill(values);
    }

    /** A value told before, or nothing when it was told to be unknown. */
    Optional<Object> told(int slot) {
        return Optional.ofNullable(values.frame().at(slot)).filter(value -> value != Step.UNKNOWN);
    }

    /** Tells a value found on the way, or that it is unknown, and which variables it hangs on. */
    void tell(int slot, Optional<?> value, BitSet behind) {
        if (rules.spokenOf().get(slot)) {
            roots[slot] = rootsOf(behind);
        }
        set(slot, value);
    }

    /** The same of a value that grows: it hangs on these variables beside those told before. */
    void tellMore(int slot, Optional<?> value, BitSet behind) {
        if (rules.spokenOf().get(slot)) {
            var more = rootsOf(behind);
            var before = roots[slot];
            if (before != null) {
                more.or(before);
            }
            roots[slot] = more;
        }
        set(slot, value);
    }

    private void set(int slot, Optional<?> value) {
        values.frame().put(slot, value.isPresent() ? value.get() : Step.UNKNOWN);
    }

    /** The case's own variables behind some variables. */
    private BitSet rootsOf(BitSet variables) {
        var found = new BitSet(roots.length);
        for (int slot = variables.nextSetBit(0); slot >= 0; slot = variables.nextSetBit(slot + 1)) {
            var behind = roots[slot];
            if (behind == null) {
                found.set(slot);
            } else {
                found.or(behind);
            }
        }
        return found;
    }

    /** Indexes of the evidence behind some variables. */
    BitSet evidenceOf(BitSet variables) {
        var evidence = new BitSet(facts.evidence().size());
        var behind = rootsOf(variables);
        for (int slot = behind.nextSetBit(0); slot >= 0; slot = behind.nextSetBit(slot + 1)) {
            var given = told[slot];
            if (given != null) {
                for (int index : given.evidence()) {
                    evidence.set(index);
                }
            }
        }
        return evidence;
    }

    /** In the order of the names. */
    List<PendingEvidence> pending(BitSet variables) {
        var names = new TreeSet<String>();
        rootsOf(variables).stream().forEach(slot -> names.add(rules.slots().name(slot)));
        var pending = new ArrayList<PendingEvidence>();
        names.forEach(name -> pending(name).ifPresent(pending::add));
        return pending;
    }

    private Optional<PendingEvidence> pending(String name) {
        var given = facts.told().get(name);
        if (given != null) {
            return Optional.ofNullable(given.pending());
        }
        return rules.vocabulary().words().containsKey(name) ? Optional.of(untold(name)) : Optional.empty();
    }

    private PendingEvidence untold(String variable) {
        var word = Objects.requireNonNull(rules.vocabulary().words().get(variable));
        return PendingEvidence.newBuilder()
                .setDataset(word.dataset())
                .setSource(word.source())
                .setCause("UNAVAILABLE")
                .build();
    }
}
