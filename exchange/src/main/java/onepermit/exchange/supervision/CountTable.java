package onepermit.exchange.supervision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import onepermit.exchange.v1.LedgerLeaf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of leaves by month and measure, and how far the ledger was counted. */
final class CountTable {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    private record Counted(long index, LedgerLeaf leaf) {}

    /** A count of one month. */
    record Cell(String month, String measure) {}

    CountTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Counts the next leaves, each once, whichever instance does it.
     *
     * @param counting the leaves → what is to be added
     * @return how many were counted
     */
    int count(int atMost, Function<List<LedgerLeaf>, Map<Cell, Long>> counting) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long next = Objects.requireNonNull(
                    jdbc.queryForObject("SELECT next_index FROM supervision_counted FOR UPDATE", Long.class));
            List<Counted> leaves = jdbc.query(
                    "SELECT index, leaf FROM ledger_leaf WHERE index >= ? ORDER BY index LIMIT ?",
                    (row, number) -> new Counted(row.getLong(1), leaf(row.getBytes(2))),
                    next,
                    atMost);
            if (!leaves.isEmpty()) {
                add(counting.apply(leaves.stream().map(Counted::leaf).toList()));
                jdbc.update(
                        "UPDATE supervision_counted SET next_index = ?",
                        leaves.getLast().index() + 1);
            }
            return leaves.size();
        }));
    }

    private void add(Map<Cell, Long> more) {
        jdbc.batchUpdate(
                """
                INSERT INTO supervision_count AS c (month, measure, count) VALUES (?, ?, ?)
                ON CONFLICT (month, measure) DO UPDATE SET count = c.count + excluded.count""",
                more.entrySet().stream()
                        .map(cell -> new Object[] {
                            cell.getKey().month(), cell.getKey().measure(), cell.getValue()
                        })
                        .toList());
    }

    /** Measure → count, by month. */
    Map<String, Map<String, Long>> between(YearMonth from, YearMonth to) {
        Map<String, Map<String, Long>> months = new HashMap<>();
        jdbc.query(
                "SELECT month, measure, count FROM supervision_count WHERE month BETWEEN ? AND ?",
                row -> {
                    months.computeIfAbsent(row.getString(1), month -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                },
                from.toString(),
                to.toString());
        return months;
    }

    /** The index of the first leaf that is not counted yet. */
    long counted() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT next_index FROM supervision_counted", Long.class));
    }

    private static LedgerLeaf leaf(byte[] bytes) {
        try {
            return LedgerLeaf.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored leaf cannot be read", e);
        }
    }
}
