package onepermit.exchange.ledger.grpc;

import java.util.List;
import java.util.Map;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.Judgement;
import onepermit.exchange.ledger.witness.Doubts;
import onepermit.exchange.v1.LedgerRefusal;

/** What is known of this ledger without an audit: who refuses its history, and whether it was set back. */
record Trouble(Doubts doubts, Standing standing) {

    List<LedgerRefusal> refusals() {
        return doubts.all().entrySet().stream().map(Trouble::message).toList();
    }

    /** Empty where it was not. */
    String setBack() {
        return standing.whyBroken().orElse("");
    }

    private static LedgerRefusal message(Map.Entry<String, Judgement.Refused> refusal) {
        Judgement.Refused refused = refusal.getValue();
        return LedgerRefusal.newBuilder()
                .setWitness(refusal.getKey())
                .setReason(refused.reason().name())
                .setCosignedSize(refused.last().size())
                .setCosignedRoot(refused.last().root().base64())
                .setOfferedSize(refused.offered().size())
                .setOfferedRoot(refused.offered().root().base64())
                .build();
    }
}
