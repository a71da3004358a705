package onepermit.exchange.replica.convergence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.convergence.Digests.Bucket;
import onepermit.exchange.replica.convergence.Digests.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Digests an owner's facts as a reader's copy holds them: under the keys that persons have on the road, with the fields that are given. The
 * database knows neither, so the sums are done here, a piece of the facts at a time.
 */
final class RoadDigest {
    private static final int PIECE = 5_000;
    private static final byte[] BEFORE_ALL = {};

    private final JdbcClient jdbc;
    private final String dataset;
    private final UnaryOperator<PersonKey> road;
    private final UnaryOperator<byte[]> given;

    RoadDigest(JdbcClient jdbc, String dataset, UnaryOperator<PersonKey> road, UnaryOperator<byte[]> given) {
        this.jdbc = jdbc;
        this.dataset = dataset;
        this.road = road;
        this.given = given;
    }

    List<Bucket> buckets() {
        Map<Integer, Bucket> sums = new TreeMap<>();
        forEach(fact -> sums.merge(fact.bucket(), new Bucket(fact.bucket(), 1, fact.digest()), RoadDigest::sum));
        return List.copyOf(sums.values());
    }

    List<Entry> entries(int bucket, int limit) {
        List<Entry> entries = new ArrayList<>();
        forEach(fact -> {
            if (fact.bucket() == bucket) {
                entries.add(fact.entry());
            }
        });
        entries.sort(Comparator.comparing(Entry::person).thenComparing(Entry::factId));
        return List.copyOf(entries.subList(0, Math.min(limit, entries.size())));
    }

    private void forEach(Consumer<Fact> each) {
        byte[] person = BEFORE_ALL;
        String factId = "";
        List<Fact> piece;
        do {
            piece = piece(person, factId);
            piece.forEach(each);
            if (!piece.isEmpty()) {
                person = piece.getLast().owners().bytes();
                factId = piece.getLast().factId();
            }
        } while (piece.size() == PIECE);
    }

    private List<Fact> piece(byte[] person, String factId) {
        return jdbc.sql("""
                SELECT person, fact_id, incarnation, version, payload FROM fact
                WHERE (person, fact_id) > (?, ?) AND dataset = ? AND payload IS NOT NULL ORDER BY person, fact_id LIMIT ?""")
                .params(person, factId, dataset, PIECE)
                .query((row, n) -> fact(
                        PersonKey.of(row.getBytes(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getBytes(5)))
                .list();
    }

    private Fact fact(PersonKey owners, String factId, int incarnation, long version, byte[] payload) {
        return new Fact(owners, road.apply(owners), factId, incarnation, version, given.apply(payload));
    }

    private static Bucket sum(Bucket one, Bucket other) {
        byte[] sum = one.digest().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other.digest()[i];
        }
        return new Bucket(one.number(), one.count() + other.count(), sum);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link Digests} has it in SQL. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one sum
    private record Fact(
            PersonKey owners, PersonKey person, String factId, int incarnation, long version, byte[] payload) {
        int bucket() {
            return sha256(person.bytes(), id())[0] & 0xff;
        }

        byte[] digest() {
            byte[] versions = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(incarnation)
                    .putLong(version)
                    .array();
            return sha256(person.bytes(), id(), versions, payload);
        }

        Entry entry() {
            return new Entry(person, factId, incarnation, version, sha256(payload));
        }

        private byte[] id() {
            return factId.getBytes(StandardCharsets.UTF_8);
        }
    }
}
