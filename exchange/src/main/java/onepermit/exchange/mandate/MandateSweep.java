package onepermit.exchange.mandate;

import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the lists of mandates that have ended. */
final class MandateSweep extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(MandateSweep.class);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Mandates mandates;

    MandateSweep(Mandates mandates) {
        super("mandate-sweep", HOURLY);
        this.mandates = mandates;
    }

    @Override
    protected void turn() throws InterruptedException {
        LOG.atDebug().addKeyValue("persons", mandates.forgetEnded()).log("lists of ended mandates swept");
        rest(HOURLY);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.atWarn().addKeyValue("cause", e.getClass().getName()).log("lists of ended mandates not swept; tried again");
    }
}
