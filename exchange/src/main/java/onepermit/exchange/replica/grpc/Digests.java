package onepermit.exchange.replica.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.math.BigInteger;
import java.util.List;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.BucketEntry;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.exchange.v1.Side;
import org.springframework.jdbc.core.JdbcOperations;

/** Digests of a dataset, computed where the rows are: one hash a fact, XOR over a bucket, so that order does not matter. */
final class Digests {
    private static final int BYTES = 32;
    private static final int ENTRIES_AT_MOST = 10_000;
    private static final String OWNED =
            "SELECT person, fact_id, incarnation, version, payload FROM fact WHERE dataset = ? AND payload IS NOT NULL";
    private static final String READ = """
            SELECT person, fact_id, incarnation, version, payload FROM replica
            WHERE slot = (SELECT slot FROM replica_slot WHERE dataset = ? AND state = 'ACTIVE') AND payload IS NOT NULL""";
    private static final String BUCKET = "get_byte(sha256(person || convert_to(fact_id, 'UTF8')), 0)";
    private static final String FACT_HASH =
            "sha256(person || convert_to(fact_id, 'UTF8') || int4send(incarnation) || int8send(version) || payload)";
    private final JdbcOperations jdbc;

    Digests(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The watermark is read before the scan and the time after it: what the digest claims is never newer than what it saw. */
    GetDigestResponse digest(String dataset, Side side) {
        var watermark = lowestWatermark(dataset);
        var buckets = buckets(dataset, side);
        return GetDigestResponse.newBuilder()
                .addAllBuckets(buckets)
                .setWatermark(watermark)
                .setScannedAt(jdbc.query("SELECT clock_timestamp()", (row, n) -> Times.of(row, 1))
                        .getFirst())
                .build();
    }

    ListBucketResponse entries(String dataset, Side side, int bucket) {
        var entries = jdbc.query(
                "SELECT person, fact_id, incarnation, version, sha256(payload) FROM (" + rows(side)
                        + ") AS facts WHERE " + BUCKET + " = ? ORDER BY person, fact_id LIMIT " + ENTRIES_AT_MOST,
                (row, n) -> BucketEntry.newBuilder()
                        .setPerson(ByteString.copyFrom(row.getBytes(1)))
                        .setFactId(row.getString(2))
                        .setIncarnation(row.getInt(3))
                        .setVersion(row.getLong(4))
                        .setPayloadHash(ByteString.copyFrom(row.getBytes(5)))
                        .build(),
                dataset,
                bucket);
        return ListBucketResponse.newBuilder().addAllEntries(entries).build();
    }

    private List<Bucket> buckets(String dataset, Side side) {
        return jdbc.query(
                "SELECT " + BUCKET + ", count(*), bit_xor(('x' || encode(" + FACT_HASH
                        + ", 'hex'))::bit(256))::text FROM (" + rows(side) + ") AS facts GROUP BY 1 ORDER BY 1",
                (row, n) -> Bucket.newBuilder()
                        .setNumber(row.getInt(1))
                        .setCount(row.getLong(2))
                        .setDigest(bytes(row.getString(3)))
                        .build(),
                dataset);
    }

    private Timestamp lowestWatermark(String dataset) {
        return jdbc.query("""
                SELECT CASE WHEN count(*) = count(o.watermark) THEN min(o.watermark) END
                FROM replica_slot s JOIN replica_offset o USING (slot) WHERE s.dataset = ? AND s.state = 'ACTIVE'""", (row, n) -> Times.of(row, 1), dataset).getFirst();
    }

    private static String rows(Side side) {
        return side == Side.SIDE_OWNER ? OWNED : READ;
    }

    private static ByteString bytes(String bits) {
        var number = new BigInteger(bits, 2).toByteArray();
        var bytes = new byte[BYTES];
        int length = Math.min(BYTES, number.length);
        System.arraycopy(number, number.length - length, bytes, BYTES - length, length);
        return ByteString.copyFrom(bytes);
    }
}
