package onepermit.exchange.ledger.usage;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.LedgerLeaf;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds leaves by the person that a look was at: through the salts, for a leaf alone tells nothing of whom it is about. */
public final class UsageTable {
    private final JdbcTemplate jdbc;

    public UsageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; none of an erased person, whose salts are destroyed. */
    List<RecordedLook> before(long index, PersonKey person, int atMost) {
        return jdbc.query("""
                SELECT index, leaf, leaf_hash FROM ledger_leaf
                WHERE index IN (
                    SELECT DISTINCT index FROM ledger_salt WHERE person = ? AND index < ? ORDER BY index DESC LIMIT ?)
                ORDER BY index DESC""", UsageTable::look, person.bytes(), index, atMost);
    }

    /** When the first look was recorded. */
    Optional<Instant> begin() {
        return jdbc
                .query("SELECT index, leaf, leaf_hash FROM ledger_leaf ORDER BY index LIMIT 1", UsageTable::look)
                .stream()
                .findFirst()
                .map(RecordedLook::time);
    }

    private static RecordedLook look(ResultSet row, int number) throws SQLException {
        try {
            return new RecordedLook(row.getLong(1), LedgerLeaf.parseFrom(row.getBytes(2)), row.getBytes(3));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("leaf " + row.getLong(1) + " cannot be read", e);
        }
    }
}
