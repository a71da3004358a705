package onepermit.exchange.ledger;

import io.grpc.Status;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what waits in one commit: one writer, one fsync for all that came meanwhile. A failed commit fails every look in it, and a
 * full queue refuses at once, so that no caller waits for nothing.
 */
public final class GroupCommit implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WAITING_AT_MOST = 10_000;
    private static final int TOGETHER_AT_MOST = 256;
    private final String department;
    private final DataSource database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Thread writer;

    private record Waiting(Leaf leaf, Optional<Attached> together, CompletableFuture<Receipt> receipt) {}

    public GroupCommit(String department, DataSource database, Clock clock) {
        this.department = department;
        this.database = database;
        this.clock = clock;
        this.writer = Thread.ofPlatform().name("ledger").daemon().start(this::write);
    }

    @Override
    public Receipt append(Look look, Optional<Attached> together) {
        var salts = new byte[Leaf.saltBytes(look)];
        random.nextBytes(salts);
        var waiting =
                new Waiting(Leaf.of(department, look, clock.instant(), salts), together, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw refused(
                    Status.Code.RESOURCE_EXHAUSTED, "LEDGER_FULL", "too many looks wait to be recorded; try again");
        }
        try {
            return waiting.receipt().join();
        } catch (CompletionException e) {
            throw refused(
                    Status.Code.UNAVAILABLE,
                    "LEDGER_UNAVAILABLE",
                    "the look cannot be recorded, so there is no answer; try again");
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        var batch = new ArrayList<Waiting>(TOGETHER_AT_MOST);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(queue.take());
                queue.drainTo(batch, TOGETHER_AT_MOST - 1);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting> batch) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            attachments(connection, batch);
            long first = LedgerTable.append(
                    connection, batch.stream().map(Waiting::leaf).toList());
            connection.commit();
            for (int i = 0; i < batch.size(); i++) {
                var waiting = batch.get(i);
                waiting.receipt()
                        .complete(new Receipt(
                                "onepermit/" + department,
                                first + i,
                                waiting.leaf().hash()));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("ledger: {} looks not recorded", batch.size(), e);
            batch.forEach(waiting -> waiting.receipt().completeExceptionally(e));
        }
    }

    private static void attachments(Connection connection, List<Waiting> batch) throws SQLException {
        Map<Attachment, List<Attached>> byKind = new LinkedHashMap<>();
        for (var waiting : batch) {
            waiting.together()
                    .ifPresent(row -> byKind.computeIfAbsent(row.attachment(), a -> new ArrayList<>())
                            .add(row));
        }
        for (var kind : byKind.entrySet()) {
            kind.getKey().store(connection, kind.getValue());
        }
    }

    private static RefusalException refused(Status.Code code, String reason, String text) {
        return new RefusalException(new Refusal(code, reason, "", text));
    }
}
