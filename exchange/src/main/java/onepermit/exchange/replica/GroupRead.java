package onepermit.exchange.replica;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * Reads for many questions with one statement: for all that came while the last one was under way, so that statements grow with the load
 * and a lone question waits for nobody.
 */
final class GroupRead implements AutoCloseable {
    private static final int TOGETHER_AT_MOST = 64;
    private static final int WAITING_AT_MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<Set<PersonKey>, FactQuery.Found> query;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final List<Thread> readers;
    private volatile boolean closed;

    private record Waiting(List<PersonKey> persons, CompletableFuture<FactQuery.Found> found) {}

    /** @param readers statements at once */
    GroupRead(Function<Set<PersonKey>, FactQuery.Found> query, int readers) {
        this.query = query;
        this.readers = IntStream.rangeClosed(1, readers)
                .mapToObj(n ->
                        Thread.ofPlatform().name("fact-reader-" + n).daemon().start(this::read))
                .toList();
    }

    /** Perhaps with facts of others, who were asked about at the same time. */
    FactQuery.Found read(List<PersonKey> persons) {
        Waiting waiting = new Waiting(persons, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw refused(Status.Code.RESOURCE_EXHAUSTED, "too many questions wait to be read; try again");
        }
        try {
            return waiting.found().get(patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(Status.Code.UNAVAILABLE, "the service is stopping; try again");
        } catch (TimeoutException e) {
            throw refused(Status.Code.DEADLINE_EXCEEDED, "the facts could not be read within the deadline");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Questions in the queue. */
    int waiting() {
        return queue.size();
    }

    private static Duration patience() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null
                ? PATIENCE
                : Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    private void read() {
        List<Waiting> together = new ArrayList<>(TOGETHER_AT_MOST);
        try {
            while (!closed) {
                together.add(queue.take());
                queue.drainTo(together, TOGETHER_AT_MOST - 1);
                answer(together);
                together.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<Waiting> together) {
        Set<PersonKey> persons = new HashSet<>();
        together.forEach(waiting -> persons.addAll(waiting.persons()));
        try {
            FactQuery.Found found = query.apply(persons);
            together.forEach(waiting -> waiting.found().complete(found));
        } catch (RuntimeException e) {
            together.forEach(waiting -> waiting.found().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        readers.forEach(Thread::interrupt);
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.found()
                .completeExceptionally(refused(Status.Code.UNAVAILABLE, "the service is stopping; try again")));
    }

    private static RefusalException refused(Status.Code code, String text) {
        return new RefusalException(new Refusal(code, code.name(), "", text));
    }
}
