package onepermit.exchange.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.seal.TreeTable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the stored tree with what this ledger has published: a database that was restored from a backup is behind it. */
final class Published {
    private static final Logger LOG = LoggerFactory.getLogger(Published.class);
    /** The last of each witness and some more: sizes grow along the topic, so the largest is among the last. */
    private static final int LOOKED_AT = 256;

    private final TreeTable tree;
    private final Standing standing;

    Published(TreeTable tree, Standing standing) {
        this.tree = tree;
        this.standing = standing;
    }

    /** @param consumer is left on the topic's end, to be assigned anew */
    void compare(Consumer<byte[], byte[]> consumer, String topic) {
        Optional<Checkpoint> published = largest(consumer, new TopicPartition(topic, 0));
        Frontier stored = tree.frontier();
        Optional<String> why = published.flatMap(checkpoint -> difference(checkpoint, stored));
        if (why.isEmpty()) {
            standing.sound();
        } else if (standing.broken(why.get())) {
            Checkpoint checkpoint = published.orElseThrow();
            LOG.atError()
                    .addKeyValue("origin", tree.origin())
                    .addKeyValue("published_size", checkpoint.size())
                    .addKeyValue("published_root", checkpoint.root())
                    .addKeyValue("stored_size", stored.size())
                    .addKeyValue("stored_root", stored.root())
                    .log("the ledger was set back; nothing is appended under this origin any more");
        }
    }

    private Optional<String> difference(Checkpoint published, Frontier stored) {
        if (stored.size() < published.size()) {
            return Optional.of("the stored tree has " + stored.size() + " leaves, root " + stored.root()
                    + "; published were " + published.size() + ", root " + published.root());
        }
        Hash root = tree.proofs(stored.size()).root(published.size());
        return root.equals(published.root())
                ? Optional.empty()
                : Optional.of("the stored tree had root " + root + " at size " + published.size()
                        + "; published was root " + published.root());
    }

    private Optional<Checkpoint> largest(Consumer<byte[], byte[]> consumer, TopicPartition part) {
        consumer.assign(List.of(part));
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(part)).get(part));
        long beginning =
                Objects.requireNonNull(consumer.beginningOffsets(List.of(part)).get(part));
        consumer.seek(part, Math.max(beginning, end - LOOKED_AT));
        Optional<Checkpoint> largest = Optional.empty();
        while (consumer.position(part) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                Optional<Checkpoint> found = offered(each);
                if (found.isPresent()
                        && (largest.isEmpty()
                                || found.get().size() > largest.get().size())) {
                    largest = found;
                }
            }
        }
        return largest;
    }

    private Optional<Checkpoint> offered(ConsumerRecord<byte[], byte[]> each) {
        boolean offer =
                each.key() != null && new String(each.key(), StandardCharsets.UTF_8).startsWith(LedgerFeed.OFFER);
        return offer
                ? Optional.of(Offer.parse(each.value()).checkpoint().checkpoint())
                        .filter(checkpoint -> checkpoint.origin().equals(tree.origin()))
                : Optional.empty();
    }
}
