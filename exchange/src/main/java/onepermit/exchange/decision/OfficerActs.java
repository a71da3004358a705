package onepermit.exchange.decision;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.OfficerAct;
import onepermit.exchange.v1.Outcome;
import org.springframework.transaction.support.TransactionOperations;

/** What officers do to a machine's proposal: confirm a refusal, or set a decision aside, once and with reason and article. */
public final class OfficerActs {
    private final DecisionTable table;
    private final RequestLog requests;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** @param act `CONFIRMED` or `OVERTURNED` */
    record Act(String id, String requestId, String etag, String act, String reason, String article) {}

    OfficerActs(DecisionTable table, RequestLog requests, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    <R extends MessageLite> R confirm(Act act, Parser<R> parser, Function<Stored, R> answer) {
        return once(act, parser, () -> {
            var stored = open(act);
            var outcome = stored.decision().getOutcome();
            if (outcome != Outcome.OUTCOME_NOT_ELIGIBLE && outcome != Outcome.OUTCOME_VETOED) {
                throw precondition(
                        "NOT_A_REFUSAL", "the decision is " + outcome + "; only a proposed refusal is confirmed");
            }
            requireFinalRules(stored);
            return answer.apply(store(act, Finality.FINALITY_FINAL));
        });
    }

    <R extends MessageLite> R overturn(Act act, Parser<R> parser, Function<Stored, R> answer) {
        return once(act, parser, () -> {
            open(act);
            return answer.apply(store(act, Finality.FINALITY_OVERTURNED));
        });
    }

    /**
     * An officer refuses a case: a machine's proposed refusal is confirmed, any other proposal is set aside. In the caller's transaction.
     *
     * @param article the officer relies on
     */
    public void refuse(String id, String reason, String article) {
        var stored = table.find(id, true).orElseThrow(DecisionEndpoint::notFound);
        var outcome = stored.decision().getOutcome();
        boolean proposed = stored.decision().getFinality() == Finality.FINALITY_PROPOSED;
        boolean refusal = outcome == Outcome.OUTCOME_NOT_ELIGIBLE || outcome == Outcome.OUTCOME_VETOED;
        if (proposed && refusal) {
            requireFinalRules(stored);
            store(new Act(id, "", "", "CONFIRMED", reason, article), Finality.FINALITY_FINAL);
        } else if (proposed) {
            store(new Act(id, "", "", "OVERTURNED", reason, article), Finality.FINALITY_OVERTURNED);
        }
    }

    /** An officer accepts a case: a machine's proposal is set aside, a confirmed refusal stands. In the caller's transaction. */
    public void accept(String id, String reason, String article) {
        var stored = table.find(id, true).orElseThrow(DecisionEndpoint::notFound);
        switch (stored.decision().getFinality()) {
            case FINALITY_PROPOSED ->
                store(new Act(id, "", "", "OVERTURNED", reason, article), Finality.FINALITY_OVERTURNED);
            case FINALITY_FINAL, FINALITY_OVERTURNED, FINALITY_UNSPECIFIED, UNRECOGNIZED -> {
                if (stored.decision().getOutcome() != Outcome.OUTCOME_ELIGIBLE
                        && stored.decision().getFinality() == Finality.FINALITY_FINAL) {
                    throw precondition("REFUSAL_CONFIRMED", "an officer has confirmed the refusal; it stands");
                }
            }
        }
    }

    private <R extends MessageLite> R once(Act act, Parser<R> parser, java.util.function.Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(
                status -> requests.once(act.requestId(), "DecisionService/" + act.act(), parser, work)));
    }

    private Stored open(Act act) {
        var stored = table.find(act.id(), true).orElseThrow(DecisionEndpoint::notFound);
        Etag.require(act.etag(), stored.version());
        if (stored.decision().getFinality() != Finality.FINALITY_PROPOSED) {
            throw precondition(
                    "NOT_PROPOSED", "the decision is " + stored.decision().getFinality() + " already");
        }
        requireStanding(act.id());
        return stored;
    }

    /** Nobody acts on a decision whose facts have changed since; its case stands with another one. In the caller's transaction. */
    public void requireStanding(String id) {
        table.replacedBy(id).ifPresent(now -> {
            throw precondition(
                    "DECISION_REVISED", "a fact has changed since, and the case stands with decision " + now);
        });
    }

    private Stored store(Act act, Finality finality) {
        var now = clock.instant();
        table.act(
                act.id(),
                finality,
                OfficerAct.newBuilder()
                        .setOfficer(Callers.current().subject())
                        .setAct(act.act())
                        .setReason(act.reason())
                        .setArticle(act.article())
                        .setAt(Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano()))
                        .build());
        return table.find(act.id(), false).orElseThrow(DecisionEndpoint::notFound);
    }

    private static void requireFinalRules(Stored stored) {
        if (Decisions.neverFinal(stored.decision())) {
            throw precondition(
                    "RULE_SET_NOT_FINAL",
                    "an expired or synthetic rule set refuses nobody for good; decide under the rules in force");
        }
    }

    private static RefusalException precondition(String reason, String text) {
        return new RefusalException(new Refusal(Status.Code.FAILED_PRECONDITION, reason, "id", text));
    }
}
