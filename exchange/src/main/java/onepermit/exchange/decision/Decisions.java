package onepermit.exchange.decision;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;

/** Gives a decision its envelope and records it: body, envelope and ledger leaf in one commit, durable before the answer leaves. */
public final class Decisions {
    private static final Set<String> NEVER_FINAL = Set.of("SYNTHETIC_RULE_SET", "EXPIRED_RULE_SET", "WHAT_IF");

    private final String department;
    private final Ledger ledger;
    private final DecisionTable table;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final MeterRegistry meters;

    public Decisions(
            String department,
            Ledger ledger,
            DecisionTable table,
            Clock clock,
            Supplier<UUID> ids,
            MeterRegistry meters) {
        this.department = department;
        this.ledger = ledger;
        this.table = table;
        this.clock = clock;
        this.ids = ids;
        this.meters = meters;
    }

    /** Of a case of the caller's own division. */
    public Decision answer(Decision decided, Look look) {
        return answer(decided, look, Optional.ofNullable(look.caller().division()));
    }

    /**
     * @param decided as the engine gave it
     * @param look without the hash of the answer: that is the hash of the body
     * @param division of the case; officers in whose division it lies may read the decision again
     */
    public Decision answer(Decision decided, Look look, DivisionCode division) {
        return answer(decided, look, Optional.of(division));
    }

    private Decision answer(Decision decided, Look look, Optional<DivisionCode> division) {
        var body = Body.of(decided);
        var now = clock.instant();
        var answer = decided.toBuilder()
                .setId(department + "-" + ids.get())
                .setDecidedAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setFinality(finality(decided))
                .setBodyHash(ByteString.copyFrom(body.hash()));
        var receipt =
                ledger.append(look.answered(body.hash()), Optional.of(table.row(answer.build(), body, look, division)));
        count(decided);
        return answer.setReceipt(receipt.ref()).build();
    }

    private void count(Decision decided) {
        meters.counter(
                        "onepermit.decisions",
                        "outcome",
                        decided.getOutcome().name(),
                        "rules",
                        decided.getRuleSet().getId())
                .increment();
    }

    /** A machine may approve; a refusal is a proposal (PIPL art. 24), and nothing is final under an expired or synthetic set. */
    static Finality finality(Decision decided) {
        return decided.getOutcome() == Outcome.OUTCOME_ELIGIBLE && !neverFinal(decided)
                ? Finality.FINALITY_FINAL
                : Finality.FINALITY_PROPOSED;
    }

    static boolean neverFinal(Decision decided) {
        return decided.getLabelsList().stream().anyMatch(NEVER_FINAL::contains);
    }
}
