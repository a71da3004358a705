package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.ExchangeKey;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.replica.convergence.Digests;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dataset moves to another key of its persons: a new topic, filled anew, and read by people who ask with the person's own key. */
class MovedKeysTest {
    private static final RoadKeys KEYS = RoadKeys.of(Map.of(2, ExchangeKey.of(filled(7))));

    private final Pair pair = Pair.start(Map.of());
    private final List<PersonKey> persons =
            Stream.generate(new People(51)::next).limit(300).toList();

    /** The catalogue of after the move. */
    @Configuration(proxyBeanMethods = false)
    static class Moved {
        @Bean
        Catalogue catalogue(@Value("${onepermit.kafka.prefix}") String prefix) {
            return new Catalogue(CatalogueFile.shipped(prefix).all().stream()
                    .map(dataset -> dataset.id().equals(Owner.DATASET) ? moved(dataset) : dataset)
                    .toList());
        }

        @Bean
        RoadKeys roadKeys() {
            return KEYS;
        }

        private static Dataset moved(Dataset of) {
            return new Dataset(
                    of.id(),
                    of.owner(),
                    of.sharingClass(),
                    2,
                    2,
                    of.partitions(),
                    of.payloadType(),
                    of.coverage(),
                    of.consumers(),
                    of.maxAge(),
                    of.topic(2));
        }
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void a_dataset_moves_to_another_key_and_nobody_stands_on_the_new_topic_under_the_old_one() throws Exception {
        pair.publisher().publish("350203", persons.toArray(PersonKey[]::new));
        pair.publisher().erase(persons.getLast());
        pair.awaitEqual(Owner.DATASET);

        pair.restartReader(Moved.class);
        Await.until(
                "until the new topic is there the old copy is read",
                () -> pair.version(persons.getFirst()).isPresent());
        pair.restartOwner(Moved.class);
        Await.until("the new copy is read", () -> generation() == 2);

        Await.until(
                "it is fresh for every person",
                () -> persons.stream()
                        .noneMatch(person -> pair.find(person).asOf().equals(Instant.EPOCH)));
        assertThat(pair.version(persons.getFirst())).contains(1L);
        assertThat(pair.version(persons.getLast())).isEmpty();
        pair.publisher().publish("420106", persons.getFirst());
        Await.until(
                "what changes arrives",
                () -> pair.version(persons.getFirst())
                        .filter(version -> version == 2)
                        .isPresent());
        assertThat(keysOf(pair.topic().replace(".g1", ".g2"))).isNotEmpty().allMatch(key -> key.bytes()[0] == 2);
        delete(pair.topic());
        pair.publisher().erase(persons.getFirst());
        Await.until(
                "the old topic was for nobody any more",
                () -> pair.version(persons.getFirst()).isEmpty());
        assertThat(digests(pair.ownerJdbc().getDataSource())
                        .owned(Owner.DATASET, person -> KEYS.of(2, person), UnaryOperator.identity())
                        .buckets())
                .usingRecursiveComparison()
                .isEqualTo(digests(pair.readerJdbc().getDataSource())
                        .read(Owner.DATASET)
                        .buckets());
    }

    @Test
    void the_digest_done_here_is_the_one_that_the_database_does() {
        pair.publisher().publish("350203", persons.toArray(PersonKey[]::new));
        Digests digests = digests(pair.ownerJdbc().getDataSource());

        assertThat(digests.owned(Owner.DATASET, UnaryOperator.identity(), UnaryOperator.identity())
                        .buckets())
                .hasSizeGreaterThan(100)
                .usingRecursiveComparison()
                .isEqualTo(digests.owned(Owner.DATASET).buckets());
        int bucket = digests.owned(Owner.DATASET).buckets().getFirst().number();
        assertThat(digests.ownedBucket(Owner.DATASET, bucket, UnaryOperator.identity(), UnaryOperator.identity()))
                .usingRecursiveComparison()
                .isEqualTo(digests.ownedBucket(Owner.DATASET, bucket));
    }

    private int generation() {
        return pair.reader()
                .getBean(Slots.class)
                .active(Owner.DATASET)
                .map(Slot::generation)
                .orElse(0);
    }

    private List<PersonKey> keysOf(String topic) {
        try (TopicReader reader = new TopicReader(pair.kafka(), topic, 4)) {
            return reader.readToEnd().stream()
                    .filter(record -> record.key().length > PersonKey.LENGTH)
                    .map(record -> PersonKey.of(Arrays.copyOf(record.key(), PersonKey.LENGTH)))
                    .toList();
        }
    }

    private void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pair.kafka()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    private static Digests digests(@Nullable DataSource database) {
        return new Digests(JdbcClient.create(Objects.requireNonNull(database)));
    }

    private static byte[] filled(int with) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) with);
        return key;
    }
}
