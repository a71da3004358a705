package onepermit.exchange.testing;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, never for a time. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Await() {}

    /** @param what the condition, as a sentence for the failure */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        value(what, patience, () -> condition.call() ? Boolean.TRUE : null);
    }

    /** Waits until there is a value. */
    public static <T> T value(String what, Duration patience, Callable<@Nullable T> source) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            T value = call(source);
            if (value != null) {
                return Objects.requireNonNull(value);
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static <T> @Nullable T call(Callable<@Nullable T> source) {
        try {
            return source.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
