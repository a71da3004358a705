package onepermit.exchange.ledger.witness;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import onepermit.exchange.ledger.checkpoint.Judgement;
import onepermit.exchange.ledger.checkpoint.Judgement.Head;
import onepermit.exchange.ledger.checkpoint.NoteSignature;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Hash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of other ledgers as their witness, and of the others' cosignatures for this one. */
public final class WitnessTable {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public WitnessTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Where a topic is read from; empty at its beginning. */
    OptionalLong next(String topic) {
        List<Long> rows =
                jdbc.queryForList("SELECT next_offset FROM ledger_topic_read WHERE topic = ?", Long.class, topic);
        return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.getFirst());
    }

    /** The topic was made anew, and its offsets begin again. */
    void forget(String topic) {
        jdbc.update("DELETE FROM ledger_topic_read WHERE topic = ?", topic);
    }

    /** The judgement under the lock of what was cosigned last; empty where another instance took the record before. */
    Optional<Judgement> judge(String topic, long offset, String origin, Function<Optional<Head>, Judgement> judgement) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!taken(topic, offset)) {
                return Optional.<Judgement>empty();
            }
            Judgement judged = judgement.apply(witnessed(origin));
            if (judged instanceof Judgement.Cosigned cosigned) {
                store(origin, cosigned.head());
            }
            return Optional.of(judged);
        }));
    }

    private boolean taken(String topic, long offset) {
        return jdbc.update("""
                INSERT INTO ledger_topic_read AS r (topic, next_offset) VALUES (?, ?)
                ON CONFLICT (topic) DO UPDATE SET next_offset = excluded.next_offset
                WHERE r.next_offset < excluded.next_offset""", topic, offset + 1) == 1;
    }

    private Optional<Head> witnessed(String origin) {
        return jdbc
                .query(
                        "SELECT size, root FROM ledger_witnessed WHERE origin = ? FOR UPDATE",
                        (row, number) -> new Head(row.getLong(1), Hash.of(row.getBytes(2))),
                        origin)
                .stream()
                .findFirst();
    }

    private void store(String origin, Head head) {
        jdbc.update("""
                INSERT INTO ledger_witnessed (origin, size, root) VALUES (?, ?, ?)
                ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root""", origin, head.size(), head.root().bytes());
    }

    /** A cosignature lost in a crash is asked for again, so this commit need not wait for the disk. */
    void cosigned(String witness, SignedCheckpoint cosigned) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("SET LOCAL synchronous_commit = off");
            jdbc.update(
                    """
                    INSERT INTO ledger_cosignature (origin, size, witness, note)
                    SELECT origin, size, ?, ? FROM ledger_checkpoint WHERE origin = ? AND size = ?
                    ON CONFLICT DO NOTHING""",
                    witness,
                    cosigned.toBytes(),
                    cosigned.checkpoint().origin(),
                    cosigned.checkpoint().size());
        });
    }

    /** The size that a witness cosigned last of this ledger, 0 for none. */
    long cosignedBy(String witness, String origin) {
        Long size = jdbc.queryForObject(
                "SELECT coalesce(max(size), 0) FROM ledger_cosignature WHERE witness = ? AND origin = ?",
                Long.class,
                witness,
                origin);
        return size == null ? 0 : size;
    }

    /** Of the trees larger than the index the one that most witnesses cosigned, the latest of these, with all its signatures. */
    public Optional<SignedCheckpoint> cosigned(String origin, long index) {
        return jdbc.query("""
                SELECT c.note, c.size FROM ledger_checkpoint c
                LEFT JOIN ledger_cosignature s ON s.origin = c.origin AND s.size = c.size
                WHERE c.origin = ? AND c.size > ?
                GROUP BY c.origin, c.size ORDER BY count(s.witness) DESC, c.size DESC LIMIT 1""", (row, number) -> SignedCheckpoint.parse(row.getBytes(1)), origin, index).stream()
                .findFirst()
                .map(this::withCosignatures);
    }

    /** With the cosignatures that came in. */
    public SignedCheckpoint withCosignatures(SignedCheckpoint signed) {
        SignedCheckpoint all = signed;
        for (NoteSignature signature : signatures(signed)) {
            all = all.with(signature);
        }
        return all;
    }

    private List<NoteSignature> signatures(SignedCheckpoint signed) {
        return jdbc
                .query(
                        "SELECT note FROM ledger_cosignature WHERE origin = ? AND size = ? ORDER BY witness",
                        (row, number) -> SignedCheckpoint.parse(row.getBytes(1)),
                        signed.checkpoint().origin(),
                        signed.checkpoint().size())
                .stream()
                .flatMap(cosigned -> cosigned.note().signatures().stream())
                .toList();
    }

    /** Of checkpoints older than an hour the ones before the largest with so many cosignatures go: it proves what they proved. */
    void sweep(String origin, int cosignatures) {
        jdbc.update("""
                DELETE FROM ledger_checkpoint
                WHERE origin = ? AND sealed_at < clock_timestamp() - interval '1 hour'
                  AND size < (SELECT max(size) FROM (
                      SELECT size FROM ledger_cosignature WHERE origin = ? GROUP BY size HAVING count(*) >= ?) AS complete)""", origin, origin, cosignatures);
    }
}
