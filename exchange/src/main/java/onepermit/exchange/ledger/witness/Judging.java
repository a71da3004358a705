package onepermit.exchange.ledger.witness;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.Judgement;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.ledger.checkpoint.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This department as a witness: judges what other ledgers offer, and raises the alarm where one does not go on from before. */
final class Judging {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    private final String name;
    private final Witness witness;
    private final WitnessTable table;
    private final Clock clock;
    private final MeterRegistry meters;

    /** @param name of the witness */
    Judging(String name, Witness witness, WitnessTable table, Clock clock, MeterRegistry meters) {
        this.name = name;
        this.witness = witness;
        this.table = table;
        this.clock = clock;
        this.meters = meters;
    }

    /** Empty where the record was taken before. */
    Optional<Answer> judge(String topic, long offset, Offer offer) {
        Checkpoint checkpoint = offer.checkpoint().checkpoint();
        Optional<Judgement> judged =
                table.judge(topic, offset, checkpoint.origin(), last -> witness.judge(last, offer, clock.instant()));
        judged.ifPresent(judgement -> said(checkpoint.origin(), judgement));
        return judged.map(judgement -> Answer.of(checkpoint, judgement));
    }

    private void said(String origin, Judgement judgement) {
        if (judgement instanceof Judgement.Refused refused && refused.reason() != Reason.OTHER_START) {
            meters.counter(
                            "onepermit.witness.refusals",
                            "origin",
                            refused.reason() == Reason.UNKNOWN_LOG ? "unknown" : origin,
                            "reason",
                            refused.reason().name())
                    .increment();
            Refusals.log(LOG, name, origin, refused);
        }
    }
}
