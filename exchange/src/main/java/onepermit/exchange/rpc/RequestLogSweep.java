package onepermit.exchange.rpc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Removes results that are older than they are kept, every ten minutes. */
public final class RequestLogSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLogSweep.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("request-log-sweep").factory());
    private final RequestLog log;

    public RequestLogSweep(RequestLog log) {
        this.log = log;
        timer.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            LOG.atDebug().addKeyValue("removed", log.removeExpired()).log("request log swept");
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("cause", e.getClass().getName()).log("request log not swept; tried again later");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
