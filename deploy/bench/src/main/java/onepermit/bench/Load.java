package onepermit.bench;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Drives a call: as fast as a number in flight lets it, or at a given rate whatever the answers do. */
final class Load {
    /** @param rate answers a second; @param latency microseconds; @param failures calls that failed */
    record Outcome(double rate, Histogram latency, long failures) {
        double p99Millis() {
            return millis(99);
        }

        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1000.0;
        }

        double p50Millis() {
            return millis(50);
        }
    }

    private final IntFunction<? extends ListenableFuture<?>> call;

    Load(IntFunction<? extends ListenableFuture<?>> call) {
        this.call = call;
    }

    /** Closed loop: the next call starts when one of {@code inFlight} has ended. Gives the rate; its latency omits waiting callers. */
    Outcome closed(int inFlight, Duration time) {
        var run = new Run(inFlight);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            run.start(i, 0);
        }
        return run.finish(start);
    }

    /** Open loop: call i is due at start + i / rate, and its latency counts from then (no coordinated omission). */
    Outcome open(double rate, Duration time) {
        var run = new Run(100_000);
        long start = System.nanoTime();
        long calls = (long) (rate * time.toNanos() / 1e9);
        for (int i = 0; i < calls; i++) {
            long due = start + (long) (i / rate * 1e9);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            run.start(i, due);
        }
        return run.finish(start);
    }

    private final class Run {
        private final Semaphore slots;
        private final int size;
        private final ConcurrentHistogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3);
        private final LongAdder failures = new LongAdder();

        Run(int inFlight) {
            size = inFlight;
            slots = new Semaphore(inFlight);
        }

        void start(int i, long due) {
            slots.acquireUninterruptibly();
            long from = due == 0 ? System.nanoTime() : due;
            Futures.addCallback(
                    call.apply(i),
                    new FutureCallback<Object>() {
                        @Override
                        public void onSuccess(@Nullable Object answer) {
                            latency.recordValue((System.nanoTime() - from) / 1000);
                            slots.release();
                        }

                        @Override
                        public void onFailure(Throwable failure) {
                            failures.increment();
                            slots.release();
                        }
                    },
                    MoreExecutors.directExecutor());
        }

        Outcome finish(long start) {
            slots.acquireUninterruptibly(size);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(latency.getTotalCount() / seconds, latency, failures.sum());
        }
    }
}
