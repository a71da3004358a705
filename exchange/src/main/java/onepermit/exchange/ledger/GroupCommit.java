package onepermit.exchange.ledger;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import onepermit.exchange.loop.Wake;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what waits in one commit: one writer, one fsync for all that came while the last was under way, so that the batches grow with the
 * load. Where several come at once commits keep a little distance, for a commit costs much and a row in it little; a lone look waits for
 * nobody. A failed commit fails every look in it, and a full queue refuses at once.
 */
public final class GroupCommit implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int TOGETHER_AT_MOST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long DISTANCE = Duration.ofMillis(3).toNanos();

    private final String department;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Standing standing;
    private final Wake appended;
    private final SecureRandom random = new SecureRandom();
    private final BlockingQueue<Waiting> queue;
    private final LedgerWriter database;
    private final Thread writer;
    private volatile boolean closed;

    private record Waiting(LedgerWriter.Entry entry, CompletableFuture<Receipt> receipt) {}

    /** @param waitingAtMost looks in the queue; beyond them it refuses */
    public GroupCommit(String department, DataSource database, Clock clock, MeterRegistry meters, int waitingAtMost) {
        this(department, Origins.whole(department), database, clock, meters, new Standing(), new Wake(), waitingAtMost);
    }

    /**
     * @param standing where it is broken, nothing is appended
     * @param appended is called after each commit, for whoever seals
     */
    public GroupCommit(
            String department,
            Origins origins,
            DataSource database,
            Clock clock,
            MeterRegistry meters,
            Standing standing,
            Wake appended,
            int waitingAtMost) {
        this.department = department;
        this.clock = clock;
        this.meters = meters;
        this.standing = standing;
        this.appended = appended;
        this.queue = new ArrayBlockingQueue<>(waitingAtMost);
        this.database = new LedgerWriter(origins, database);
        this.writer = Thread.ofPlatform().name("ledger").daemon().start(this::write);
    }

    @Override
    public Receipt append(Look look, Optional<Attached> together) {
        standing.whyBroken().ifPresent(why -> {
            throw setBack();
        });
        Ledger.requireRoom(look.persons().size(), "");
        byte[] salts = new byte[Leaf.saltBytes(look)];
        random.nextBytes(salts);
        Leaf leaf = Leaf.of(department, look, clock.instant(), salts);
        Waiting waiting = new Waiting(new LedgerWriter.Entry(leaf, together), new CompletableFuture<>());
        if (closed) {
            throw unavailable();
        }
        if (!queue.offer(waiting)) {
            throw refused(
                    Status.Code.RESOURCE_EXHAUSTED, "LEDGER_FULL", "too many looks wait to be recorded; try again");
        }
        return receipt(waiting);
    }

    /** A look that was given up may still be recorded: a record without an answer is allowed, the other way round is not. */
    private static Receipt receipt(Waiting waiting) {
        try {
            return waiting.receipt().get(patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable();
        }
    }

    private static Duration patience() {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            return PATIENCE;
        }
        Duration left = Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
        return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    }

    /** Looks in the queue. */
    int waiting() {
        return queue.size();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>(TOGETHER_AT_MOST);
        try {
            long next = System.nanoTime();
            while (!closed) {
                batch.add(queue.take());
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                queue.drainTo(batch, TOGETHER_AT_MOST - 1);
                next = System.nanoTime() + (batch.size() > 1 ? DISTANCE : 0);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
            queue.drainTo(batch);
            batch.forEach(waiting -> waiting.receipt().completeExceptionally(unavailable()));
        }
    }

    private void commit(List<Waiting> batch) {
        long began = System.nanoTime();
        try {
            List<Receipt> receipts =
                    database.commit(batch.stream().map(Waiting::entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).receipt().complete(receipts.get(i));
            }
            appended.call();
            meters.timer("onepermit.ledger.commit").record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            meters.summary("onepermit.ledger.batch").record(batch.size());
        } catch (SQLException | RuntimeException e) {
            failed(batch, e);
        }
    }

    /** One row that the database will not have must not fail those that came with it. */
    private void failed(List<Waiting> batch, Exception e) {
        if (batch.size() > 1 && e instanceof SQLException sql && refusesData(sql)) {
            batch.forEach(waiting -> commit(List.of(waiting)));
            return;
        }
        LOG.atError()
                .addKeyValue("looks", batch.size())
                .addKeyValue("state", e instanceof SQLException sql ? sql.getSQLState() : "")
                .setCause(e)
                .log("looks could not be recorded and are not answered");
        meters.counter("onepermit.ledger.failures").increment(batch.size());
        batch.forEach(waiting -> waiting.receipt().completeExceptionally(e));
    }

    /** SQLSTATE classes 22 (data) and 23 (constraints). */
    private static boolean refusesData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** Ends the writer; who still waits is refused. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RefusalException unavailable() {
        return refused(
                Status.Code.UNAVAILABLE,
                "LEDGER_UNAVAILABLE",
                "the look cannot be recorded, so there is no answer; try again");
    }

    private static RefusalException setBack() {
        return refused(
                Status.Code.UNAVAILABLE,
                "LEDGER_SET_BACK",
                "the ledger does not go on from what it has published, so nothing is recorded and nothing answered");
    }

    private static RefusalException refused(Status.Code code, String reason, String text) {
        return new RefusalException(new Refusal(code, reason, "", text));
    }
}
