package onepermit.permit.permit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.loop.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Once a day tells what the day brings to permits. Nothing depends on it: a status is derived from dates, so a round that is late, stopped in the
 * middle or run twice changes no answer, and each notice is given once.
 */
@Component
public class DailyRound extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private final Permits permits;
    private final PermitNotices notices;
    private final LapseRules lapses;
    private final MeterRegistry meters;
    private final Clock clock;
    private @Nullable LocalDate done;

    DailyRound(Permits permits, PermitNotices notices, LapseRules lapses, MeterRegistry meters, Clock clock) {
        super("permit-round", EVERY);
        this.permits = permits;
        this.notices = notices;
        this.lapses = lapses;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    protected void turn() throws InterruptedException {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(done)) {
            of(today);
            done = today;
        }
        rest(EVERY);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.atWarn().setCause(e).log("permits.round.failed");
    }

    /** The round of a day, from its beginning. */
    void of(LocalDate today) {
        String after = "";
        List<ResidencePermit> page = permits.endorsedUpTo(today.plusMonths(1), after, PAGE);
        while (!page.isEmpty()) {
            List<PermitNotice> due = page.stream()
                    .flatMap(permit -> permit.notices(today, lapses.of(permit.division())).stream())
                    .toList();
            notices.record(due)
                    .forEach(notice -> meters.counter(
                                    "onepermit.permit.notices",
                                    "kind",
                                    notice.kind().name())
                            .increment());
            after = page.getLast().number();
            page = permits.endorsedUpTo(today.plusMonths(1), after, PAGE);
        }
    }
}
