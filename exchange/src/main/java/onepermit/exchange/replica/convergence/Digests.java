package onepermit.exchange.replica.convergence;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Digests one dataset as it is owned or as it is read here. The database does the sums, so a dataset of any size costs no memory.
 */
public final class Digests {
    private static final int MOST_ENTRIES = 10_000;

    private static final String OWNED = "SELECT person, fact_id, incarnation, version, payload FROM fact"
            + " WHERE dataset = ? AND payload IS NOT NULL";
    private static final String READ = "SELECT r.person, r.fact_id, r.incarnation, r.version, r.payload FROM replica r"
            + " JOIN replica_slot s USING (slot) WHERE s.dataset = ? AND s.state = 'ACTIVE' AND r.payload IS NOT NULL";

    private final JdbcClient jdbc;

    public Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The time is read after the scan began: a reader that is complete up to it holds at least what was scanned. */
    public Digest owned(String dataset) {
        return new Digest(buckets(OWNED, dataset), now(), Optional.empty());
    }

    /**
     * The same as a reader's copy holds it.
     *
     * @param road the owner's key of a person → the one on the topic
     * @param given a payload → what is given of it
     */
    public Digest owned(String dataset, UnaryOperator<PersonKey> road, UnaryOperator<byte[]> given) {
        return new Digest(new RoadDigest(jdbc, dataset, road, given).buckets(), now(), Optional.empty());
    }

    /** The watermark is read before the scan: what it promises was scanned. */
    public Digest read(String dataset) {
        Optional<Instant> watermark = watermark(dataset);
        return new Digest(buckets(READ, dataset), now(), watermark);
    }

    public List<Entry> ownedBucket(String dataset, int bucket) {
        return entries(OWNED, dataset, bucket);
    }

    public List<Entry> ownedBucket(
            String dataset, int bucket, UnaryOperator<PersonKey> road, UnaryOperator<byte[]> given) {
        return new RoadDigest(jdbc, dataset, road, given).entries(bucket, MOST_ENTRIES);
    }

    public List<Entry> readBucket(String dataset, int bucket) {
        return entries(READ, dataset, bucket);
    }

    private List<Bucket> buckets(String facts, String dataset) {
        return jdbc.sql("""
                SELECT get_byte(sha256(person || convert_to(fact_id, 'UTF8')), 0) AS bucket, count(*),
                    bit_xor(('x' || encode(sha256(person || convert_to(fact_id, 'UTF8')
                        || int4send(incarnation) || int8send(version) || payload), 'hex'))::bit(256))::text
                FROM (%s) AS facts GROUP BY 1 ORDER BY 1""".formatted(facts))
                .param(dataset)
                .query((row, n) -> new Bucket(row.getInt(1), row.getLong(2), bytes(row.getString(3))))
                .list();
    }

    private List<Entry> entries(String facts, String dataset, int bucket) {
        return jdbc.sql("""
                SELECT person, fact_id, incarnation, version, sha256(payload) FROM (%s) AS facts
                WHERE get_byte(sha256(person || convert_to(fact_id, 'UTF8')), 0) = ?
                ORDER BY person, fact_id LIMIT ?""".formatted(facts))
                .params(dataset, bucket, MOST_ENTRIES)
                .query((row, n) -> entry(row))
                .list();
    }

    /** The lowest of all partitions; empty while one has none, or has lost records. */
    private Optional<Instant> watermark(String dataset) {
        return jdbc.sql("""
                SELECT CASE WHEN bool_and(o.watermark IS NOT NULL AND o.problem IS NULL) THEN min(o.watermark) END
                FROM replica_offset o JOIN replica_slot s USING (slot) WHERE s.dataset = ? AND s.state = 'ACTIVE'""")
                .param(dataset)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                PersonKey.of(row.getBytes(1)), row.getString(2), row.getInt(3), row.getLong(4), row.getBytes(5));
    }

    /** 256 characters 0 and 1 to 32 bytes. */
    private static byte[] bytes(String bits) {
        byte[] number = new BigInteger("1" + bits, 2).toByteArray();
        byte[] digest = new byte[32];
        System.arraycopy(number, number.length - 32, digest, 0, 32);
        return digest;
    }

    /** A dataset in buckets. */
    public record Digest(List<Bucket> buckets, Instant scannedAt, Optional<Instant> watermark) {}

    /** Facts whose SHA-256 of person and fact id begins with the number. */
    @SuppressWarnings("ArrayRecordComponent") // carried to the wire
    public record Bucket(int number, long count, byte[] digest) {}

    /** One fact by its hash. */
    @SuppressWarnings("ArrayRecordComponent") // carried to the wire
    public record Entry(PersonKey person, String factId, int incarnation, long version, byte[] payloadHash) {}
}
