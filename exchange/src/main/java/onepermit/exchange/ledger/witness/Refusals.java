package onepermit.exchange.ledger.witness;

import onepermit.exchange.ledger.checkpoint.Judgement;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** How a refusal is said in the log, on both sides alike. */
final class Refusals {
    private Refusals() {}

    static void log(Logger log, String witness, String origin, Judgement.Refused refused) {
        log.atLevel(refused.reason().alarming() ? Level.ERROR : Level.WARN)
                .addKeyValue("origin", origin)
                .addKeyValue("witness", witness)
                .addKeyValue("reason", refused.reason())
                .addKeyValue("cosigned_size", refused.last().size())
                .addKeyValue("cosigned_root", refused.last().root())
                .addKeyValue("offered_size", refused.offered().size())
                .addKeyValue("offered_root", refused.offered().root())
                .addKeyValue("why", refused.why())
                .log("a checkpoint is not cosigned");
    }
}
