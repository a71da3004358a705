package onepermit.exchange.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.replica.convergence.Digests;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner (public security) and a reader (education) with the road between them, each with a database of its own. */
public final class Pair implements AutoCloseable {
    private final String kafka;
    private final TestDatabase ownerDatabase;
    private final TestDatabase readerDatabase = TestInfrastructure.database();
    private final Map<String, String> settings;
    private ConfigurableApplicationContext owner;
    private ConfigurableApplicationContext reader;

    private Pair(String kafka, TestDatabase ownerDatabase, Map<String, String> further) {
        this.kafka = kafka;
        this.ownerDatabase = ownerDatabase;
        settings = new HashMap<>(Map.of(
                "onepermit.kafka.bootstrap-servers",
                kafka,
                "onepermit.kafka.prefix",
                TestInfrastructure.topicPrefix(),
                "onepermit.relay.watermark",
                "200ms",
                "onepermit.replica.view",
                "50ms"));
        settings.putAll(further);
        owner = startOwner();
        reader = startReader();
    }

    public static Pair start(Map<String, String> further) {
        return new Pair(TestInfrastructure.kafka(), TestInfrastructure.database(), further);
    }

    /** For an owner whose database a test may kill. */
    public static Pair start(TestDatabase ownerDatabase, Map<String, String> further) {
        return new Pair(TestInfrastructure.kafka(), ownerDatabase, further);
    }

    public static Pair start(String kafka, Map<String, String> further) {
        return new Pair(kafka, TestInfrastructure.database(), further);
    }

    public ConfigurableApplicationContext owner() {
        return owner;
    }

    public ConfigurableApplicationContext reader() {
        return reader;
    }

    public Owner publisher() {
        return new Owner(owner);
    }

    public Map<String, String> settings() {
        return settings;
    }

    public String topic() {
        return settings.get("onepermit.kafka.prefix") + Owner.DATASET + ".g1";
    }

    public String kafka() {
        return kafka;
    }

    public TestDatabase ownerDatabase() {
        return ownerDatabase;
    }

    public TestDatabase readerDatabase() {
        return readerDatabase;
    }

    public JdbcTemplate readerJdbc() {
        return reader.getBean(JdbcTemplate.class);
    }

    public JdbcTemplate ownerJdbc() {
        return owner.getBean(JdbcTemplate.class);
    }

    public Finding find(PersonKey person) {
        return find(person, Owner.DATASET);
    }

    public Finding find(PersonKey person, String dataset) {
        return reader.getBean(FactReader.class)
                .read(java.util.List.of(person), Contexts.ADMISSION)
                .find(person, dataset);
    }

    /** The version of the person's fact at the reader. */
    public Optional<Long> version(PersonKey person) {
        return find(person).rows().stream().map(row -> row.version()).findFirst();
    }

    /** Waits until the reader is complete up to a scan of the owner's facts, and holds exactly those. */
    public void awaitEqual(String dataset) {
        Digests owned = new Digests(JdbcClient.create(ownerJdbc()));
        Digests read = new Digests(JdbcClient.create(readerJdbc()));
        Await.until("the replica of " + dataset + " equals its owner's facts", () -> {
            Digests.Digest own = owned.owned(dataset);
            Digests.Digest copy = Await.value("a watermark past the scan", Duration.ofSeconds(60), () -> {
                Digests.Digest digest = read.read(dataset);
                return digest.watermark().filter(own.scannedAt()::isBefore).isPresent() ? digest : null;
            });
            return sums(own).equals(sums(copy));
        });
    }

    private static Map<Integer, String> sums(Digests.Digest digest) {
        return digest.buckets().stream()
                .collect(Collectors.toMap(
                        Digests.Bucket::number,
                        bucket -> bucket.count() + " " + HexFormat.of().formatHex(bucket.digest())));
    }

    public void stopOwner() {
        owner.close();
    }

    /** With other beans than before, of a catalogue for example. */
    public void restartOwner(Class<?>... beans) {
        owner.close();
        owner = RoadService.start("permit", ownerDatabase, settings, beans);
    }

    public void stopReader() {
        reader.close();
    }

    public void restartReader(Class<?>... beans) {
        reader.close();
        reader = RoadService.start("education", readerDatabase, settings, beans);
    }

    @Override
    public void close() {
        reader.close();
        owner.close();
    }

    private ConfigurableApplicationContext startOwner() {
        return RoadService.start("permit", ownerDatabase, settings);
    }

    private ConfigurableApplicationContext startReader() {
        return RoadService.start("education", readerDatabase, settings);
    }
}
