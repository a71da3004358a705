package onepermit.exchange.ledger;

import java.util.Objects;
import java.util.function.LongFunction;
import onepermit.exchange.ledger.merkle.TreeHasher;
import onepermit.exchange.v1.LedgerLeaf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins an origin together with its first leaf. */
public final class OriginTable {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public OriginTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param first its first leaf, given the stored index that it will have */
    public void begin(String origin, LongFunction<LedgerLeaf> first) {
        transaction.executeWithoutResult(status -> {
            long index = Objects.requireNonNull(jdbc.queryForObject(
                    "UPDATE ledger_head SET next_index = next_index + 1 RETURNING next_index - 1", Long.class));
            byte[] leaf = first.apply(index).toByteArray();
            jdbc.update("INSERT INTO ledger_origin (origin, first_index) VALUES (?, ?)", origin, index);
            jdbc.update(
                    "INSERT INTO ledger_leaf (index, leaf, leaf_hash) VALUES (?, ?, ?)",
                    index,
                    leaf,
                    new TreeHasher().leaf(leaf).bytes());
        });
    }
}
