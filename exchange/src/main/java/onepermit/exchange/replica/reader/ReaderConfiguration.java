package onepermit.exchange.replica.reader;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.AgreementConfiguration;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.HeldAgreements;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.publication.wire.TopicWatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the reader, rebuilds and replay. */
@AutoConfiguration(after = {CatalogueConfiguration.class, AgreementConfiguration.class})
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties({KafkaSettings.class, ReplicaSettings.class})
public class ReaderConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    Slots slots(JdbcTemplate jdbc, Catalogue catalogue, Department department) {
        return new Slots(JdbcClient.create(jdbc), catalogue, department);
    }

    @Bean
    Offsets replicaOffsets(JdbcTemplate jdbc) {
        return new Offsets(jdbc, UUID.randomUUID().toString());
    }

    @Bean
    Copies copies(AgreementBook agreements, Department department, FieldCut cut) {
        return new Copies(agreements, department.id(), cut);
    }

    @Bean
    Reading replicaReading(Catalogue catalogue, Department department, Copies copies) {
        return new Reading(new PayloadTypes(catalogue.readBy(department)), copies);
    }

    @Bean
    Replay replay(JdbcTemplate jdbc, PlatformTransactionManager transactions, Slots slots, Reading reading) {
        return new Replay(
                JdbcClient.create(jdbc),
                new TransactionTemplate(transactions),
                slots,
                new Parking(jdbc),
                new Replica(jdbc),
                reading);
    }

    @Bean
    ReplicaStates replicaStates(JdbcTemplate jdbc, Slots slots, KafkaSettings kafka) {
        return new ReplicaStates(JdbcClient.create(jdbc), slots, kafka);
    }

    /** A shadow's facts are old by nature and would spoil the figures: its registry keeps none. */
    @Bean
    Rebuilds rebuilds(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            KafkaSettings kafka,
            ReplicaSettings settings,
            Slots slots,
            Offsets offsets,
            Reading reading,
            Clock clock,
            Copies copies,
            ObjectProvider<ReadPoint.Listener> listener) {
        JdbcClient client = JdbcClient.create(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ReaderMetrics silent = new ReaderMetrics(new CompositeMeterRegistry(), clock);
        ReadPoint.Listener point = listener.getIfAvailable(() -> ReadPoint.Listener.NOBODY);
        Applying applying = new Applying(jdbc, transaction, settings, offsets, silent, point.ofShadow(), () -> {});
        return new Rebuilds(
                slots,
                shadow -> new TopicWatch(kafka, "rebuild-topics-" + shadow.number(), List.of(shadow.topic()), LOOK),
                (shadow, topics, goOn) -> {
                    try (KafkaConsumer<byte[], byte[]> consumer = shadowConsumer(kafka, settings, shadow)) {
                        Swap swap = new Swap(client);
                        return new Rebuild(
                                        shadow,
                                        consumer,
                                        topics,
                                        slots,
                                        offsets,
                                        applying,
                                        reading,
                                        swap,
                                        transaction,
                                        point)
                                .run(goOn);
                    }
                },
                new Retirement(client, transaction, slots),
                new Purge(client, transaction, slots, copies, settings.purgeAfter(), clock),
                new CopyFields(slots, copies),
                settings);
    }

    private static KafkaConsumer<byte[], byte[]> shadowConsumer(
            KafkaSettings kafka, ReplicaSettings settings, Slot shadow) {
        return new KafkaConsumer<>(
                kafka.forReader("rebuild-" + shadow.number(), settings.maxPollRecords()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Bean
    ReplicaReader replicaReader(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            KafkaSettings kafka,
            ReplicaSettings settings,
            Catalogue catalogue,
            Department department,
            Slots slots,
            Offsets offsets,
            Reading reading,
            Rebuilds rebuilds,
            MeterRegistry registry,
            Clock clock,
            Copies copies,
            HeldAgreements agreements,
            ObjectProvider<ReadPoint.Listener> listener) {
        ReadPoint.Listener point = listener.getIfAvailable(() -> ReadPoint.Listener.NOBODY);
        ReaderMetrics metrics = new ReaderMetrics(registry, clock);
        Applying applying = new Applying(
                jdbc, new TransactionTemplate(transactions), settings, offsets, metrics, point, agreements::refresh);
        Sessions sessions = new Sessions(
                kafka,
                settings,
                department.id(),
                catalogue.readBy(department),
                slots,
                offsets,
                applying,
                reading,
                metrics,
                clock,
                point,
                dataset -> rebuilds.begin(catalogue.dataset(dataset)),
                copies);
        return new ReplicaReader(sessions, settings);
    }
}
