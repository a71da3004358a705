package onepermit.scenarios;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;

/** An officer who asks about one eligible family again and again. Whatever is down, the answer must never turn into a no. */
final class Sentinel implements Runnable {
    private final Supplier<Decision> question;
    private final AtomicBoolean open;
    private final Map<Outcome, Integer> answers = new EnumMap<>(Outcome.class);
    private int unanswered;

    Sentinel(Supplier<Decision> question, AtomicBoolean open) {
        this.question = question;
        this.open = open;
    }

    @Override
    public void run() {
        while (open.get()) {
            try {
                answers.merge(question.get().getOutcome(), 1, Integer::sum);
            } catch (StatusRuntimeException down) {
                unanswered++;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    Map<Outcome, Integer> answers() {
        return answers;
    }

    int unanswered() {
        return unanswered;
    }
}
