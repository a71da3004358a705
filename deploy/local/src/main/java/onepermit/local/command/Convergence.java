package onepermit.local.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.BucketEntry;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.Side;
import onepermit.local.Department;
import onepermit.local.process.Await;

/**
 * Compares one replica with its owner. Both go on changing meanwhile, so a difference counts only if it stays in rounds of which each
 * waits until the replica's watermark has passed the owner's scan.
 */
final class Convergence {
    private static final int ROUNDS = 4;
    private static final int NAMED_BUCKETS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExchangeLines exchange;
    private final String dataset;
    private final Department owner;

    Convergence(ExchangeLines exchange, String dataset, Department owner) {
        this.exchange = exchange;
        this.dataset = dataset;
        this.owner = owner;
    }

    /** One line per difference; empty = equal. */
    List<String> differences(Department reader) {
        Set<Integer> suspects = IntStream.range(0, 256).boxed().collect(Collectors.toCollection(TreeSet::new));
        for (int round = 0; round < ROUNDS && !suspects.isEmpty(); round++) {
            GetDigestResponse owned = exchange.digest(owner, dataset, Side.SIDE_OWNER, reader);
            GetDigestResponse read = readAfter(reader, owned.getScannedAt());
            if (!hasPassed(read, owned.getScannedAt()))
                return List.of("  the replica is behind: its watermark %s has not passed the owner's scan of %s"
                        .formatted(
                                Timestamps.toString(read.getWatermark()), Timestamps.toString(owned.getScannedAt())));
            suspects.removeIf(equalBuckets(owned, read)::contains);
        }
        return suspects.stream()
                .limit(NAMED_BUCKETS)
                .flatMap(b -> named(reader, b).stream())
                .toList();
    }

    /** The replica's digest once it has passed the scan, or the last one seen when patience ends. */
    private GetDigestResponse readAfter(Department reader, Timestamp scan) {
        var last = new GetDigestResponse[1];
        Await.until(
                PATIENCE, () -> hasPassed(last[0] = exchange.digest(reader, dataset, Side.SIDE_REPLICA, reader), scan));
        return last[0];
    }

    private static boolean hasPassed(GetDigestResponse read, Timestamp scan) {
        return Timestamps.compare(read.getWatermark(), scan) >= 0;
    }

    private static Set<Integer> equalBuckets(GetDigestResponse owned, GetDigestResponse read) {
        Map<Integer, Bucket> left = byNumber(owned);
        Map<Integer, Bucket> right = byNumber(read);
        return IntStream.range(0, 256)
                .filter(b -> Objects.equals(left.get(b), right.get(b)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Map<Integer, Bucket> byNumber(GetDigestResponse digest) {
        return digest.getBucketsList().stream()
                .filter(bucket -> bucket.getCount() > 0)
                .collect(Collectors.toMap(Bucket::getNumber, bucket -> bucket));
    }

    private List<String> named(Department reader, int bucket) {
        Map<Fact, BucketEntry> owned = entries(owner, Side.SIDE_OWNER, reader, bucket);
        Map<Fact, BucketEntry> read = entries(reader, Side.SIDE_REPLICA, reader, bucket);
        var all = new TreeSet<>(owned.keySet());
        all.addAll(read.keySet());
        var lines = new ArrayList<String>();
        for (Fact fact : all) {
            BucketEntry left = owned.get(fact);
            BucketEntry right = read.get(fact);
            if (left == null) lines.add("  %s: only in the replica".formatted(fact));
            else if (right == null) lines.add("  %s: only at the owner".formatted(fact));
            else if (!left.equals(right))
                lines.add("  %s: version %d at the owner, %d in the replica"
                        .formatted(fact, left.getVersion(), right.getVersion()));
        }
        return lines.isEmpty() ? List.of("  bucket %d changed until the last look".formatted(bucket)) : lines;
    }

    private Map<Fact, BucketEntry> entries(Department department, Side side, Department reader, int bucket) {
        var entries = new HashMap<Fact, BucketEntry>();
        for (BucketEntry entry :
                exchange.bucket(department, dataset, side, reader, bucket).getEntriesList())
            entries.put(new Fact(hex(entry.getPerson()), entry.getFactId()), entry);
        return entries;
    }

    private static String hex(ByteString key) {
        return HexFormat.of().formatHex(key.toByteArray());
    }

    /** A fact by the pseudonym of its person. */
    private record Fact(String person, String id) implements Comparable<Fact> {
        @Override
        public int compareTo(Fact other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return person + "/" + id;
        }
    }
}
