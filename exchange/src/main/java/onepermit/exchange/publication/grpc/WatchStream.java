package onepermit.exchange.publication.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Semaphore;
import onepermit.exchange.publication.watch.Watching;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.WatchResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answering side of a watch: nothing is sent before the caller is ready for it, so nothing piles up. */
final class WatchStream implements Watching {
    private static final Logger LOG = LoggerFactory.getLogger(WatchStream.class);

    private final ServerCallStreamObserver<WatchResponse> out;
    private final Semaphore news = new Semaphore(0);

    WatchStream(ServerCallStreamObserver<WatchResponse> out) {
        this.out = out;
        out.setOnReadyHandler(news::release);
        out.setOnCancelHandler(news::release);
    }

    void run(Step step) {
        try {
            step.run();
            if (wanted()) {
                out.onCompleted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RefusalException e) {
            if (wanted()) {
                out.onError(Failures.of(e));
            }
        } catch (RuntimeException e) {
            LOG.warn("watch.ended cause={}", e.toString());
            if (wanted()) {
                out.onError(Status.UNAVAILABLE.asRuntimeException());
            }
        }
    }

    @Override
    public boolean wanted() {
        return !out.isCancelled();
    }

    @Override
    public void send(WatchResponse response) throws InterruptedException {
        while (wanted() && !out.isReady()) {
            news.acquire();
        }
        if (wanted()) {
            out.onNext(response);
        }
    }

    /** The work of a watch. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }
}
