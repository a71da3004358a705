package onepermit.exchange.ledger.witness;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.checkpoint.VerifierKey;
import onepermit.exchange.ledger.seal.TreeTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays this ledger's latest checkpoint before each witness, one at a time, from the size that the witness cosigned last. For one thread. */
final class Offering {
    private static final Logger LOG = LoggerFactory.getLogger(Offering.class);
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private final TreeTable tree;
    private final WitnessTable table;
    private final Doubts doubts;
    private final MeterRegistry meters;
    private final Map<String, Asked> witnesses = new HashMap<>();

    /** How it stands with one witness. */
    private static final class Asked {
        private final VerifierKey key;
        private long from;
        private long cosigned;
        private boolean open;
        private long since;

        Asked(VerifierKey key, long from) {
            this.key = key;
            this.from = from;
            this.cosigned = from;
        }

        boolean waits() {
            return open && System.nanoTime() - since < PATIENCE;
        }
    }

    /** @param witnesses by department, without this one */
    Offering(
            TreeTable tree,
            WitnessTable table,
            Doubts doubts,
            MeterRegistry meters,
            Map<String, VerifierKey> witnesses) {
        this.doubts = doubts;
        this.tree = tree;
        this.table = table;
        this.meters = meters;
        witnesses.forEach((department, key) ->
                this.witnesses.put(department, new Asked(key, table.cosignedBy(key.name(), tree.origin()))));
    }

    /** What is to be sent now, by department. */
    Map<String, Offer> due() {
        Optional<SignedCheckpoint> latest = tree.latest();
        Map<String, Offer> due = new HashMap<>();
        latest.ifPresent(checkpoint -> witnesses.forEach((department, asked) -> {
            if (asked.cosigned < checkpoint.checkpoint().size() && !asked.waits()) {
                due.put(department, offer(asked, checkpoint));
            }
        }));
        return due;
    }

    private Offer offer(Asked asked, SignedCheckpoint checkpoint) {
        asked.open = true;
        asked.since = System.nanoTime();
        long size = checkpoint.checkpoint().size();
        long from = Math.min(asked.from, size);
        return new Offer(from, tree.proofs(size).consistency(from, size), checkpoint);
    }

    /** What a witness said of a checkpoint of this ledger. */
    void take(String department, Answer answer) {
        Asked asked = witnesses.get(department);
        if (asked != null) {
            switch (answer) {
                case Answer.Cosigned cosigned -> cosigned(asked, cosigned.cosigned());
                case Answer.Refused refused -> refused(asked, refused);
            }
        }
    }

    private void cosigned(Asked asked, SignedCheckpoint cosigned) {
        boolean verifies = cosigned.checkpoint().origin().equals(tree.origin())
                && cosigned.note().signatures().stream()
                        .allMatch(each -> asked.key.verifies(cosigned.note().text(), each));
        if (!verifies) {
            LOG.atWarn().addKeyValue("witness", asked.key.name()).log("a cosignature does not verify and is not kept");
            return;
        }
        table.cosigned(asked.key.name(), cosigned);
        doubts.cosigned(asked.key.name());
        asked.open = false;
        asked.from = Math.max(asked.from, cosigned.checkpoint().size());
        asked.cosigned = asked.from;
    }

    private void refused(Asked asked, Answer.Refused answer) {
        if (!answer.origin().equals(tree.origin())) {
            return;
        }
        if (answer.refused().reason() == Reason.OTHER_START) {
            asked.from = answer.refused().last().size();
            asked.open = false;
            return;
        }
        if (answer.refused().reason().alarming()) {
            doubts.refused(asked.key.name(), answer.refused());
        }
        meters.counter(
                        "onepermit.ledger.refused",
                        "witness",
                        asked.key.name(),
                        "reason",
                        answer.refused().reason().name())
                .increment();
        Refusals.log(LOG, asked.key.name(), answer.origin(), answer.refused());
    }
}
