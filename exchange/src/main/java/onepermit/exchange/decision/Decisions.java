package onepermit.exchange.decision;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;

/** Gives a decision its envelope and records it: body, envelope and ledger leaf in one commit, durable before the answer leaves. */
public final class Decisions {
    private final String department;
    private final Ledger ledger;
    private final DecisionTable table;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Decisions(String department, Ledger ledger, DecisionTable table, Clock clock, Supplier<UUID> ids) {
        this.department = department;
        this.ledger = ledger;
        this.table = table;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param decided as the engine gave it */
    public Decision answer(Decision decided, Look look) {
        var body = Body.of(decided);
        var now = clock.instant();
        var answer = decided.toBuilder()
                .setId(department + "-" + ids.get())
                .setDecidedAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setFinality(finality(decided))
                .setBodyHash(ByteString.copyFrom(body.hash()));
        var receipt = ledger.append(look.answered(body.hash()), Optional.of(table.row(answer.build(), body, look)));
        return answer.setReceipt(receipt.ref()).build();
    }

    /** A machine may approve; a refusal is a proposal (PIPL art. 24), and nothing is final under an expired or synthetic set. */
    static Finality finality(Decision decided) {
        boolean labelled = decided.getLabelsList().contains("SYNTHETIC_RULE_SET")
                || decided.getLabelsList().contains("EXPIRED_RULE_SET")
                || decided.getLabelsList().contains("WHAT_IF");
        return decided.getOutcome() == Outcome.OUTCOME_ELIGIBLE && !labelled
                ? Finality.FINALITY_FINAL
                : Finality.FINALITY_PROPOSED;
    }
}
