package onepermit.exchange.replica.reader;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the reader. */
@AutoConfiguration(after = CatalogueConfiguration.class)
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties({KafkaSettings.class, ReplicaSettings.class})
public class ReaderConfiguration {

    @Bean
    Slots slots(JdbcTemplate jdbc, Catalogue catalogue) {
        return new Slots(JdbcClient.create(jdbc), catalogue);
    }

    @Bean
    Offsets replicaOffsets(JdbcTemplate jdbc) {
        return new Offsets(jdbc, UUID.randomUUID().toString());
    }

    @Bean
    Reading replicaReading(Catalogue catalogue, Department department) {
        return new Reading(new PayloadTypes(catalogue.readBy(department)));
    }

    @Bean
    ReaderMetrics readerMetrics(MeterRegistry registry, Clock clock) {
        return new ReaderMetrics(registry, clock);
    }

    @Bean
    Applying applying(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ReplicaSettings settings,
            Offsets offsets,
            ReaderMetrics metrics,
            ObjectProvider<ReadPoint.Listener> listener) {
        return new Applying(
                jdbc,
                new TransactionTemplate(transactions),
                settings,
                offsets,
                metrics,
                listener.getIfAvailable(() -> ReadPoint.Listener.NOBODY));
    }

    @Bean
    ReplicaReader replicaReader(
            KafkaSettings kafka,
            ReplicaSettings settings,
            Catalogue catalogue,
            Department department,
            Slots slots,
            Offsets offsets,
            Applying applying,
            Reading reading,
            ReaderMetrics metrics,
            Clock clock,
            ObjectProvider<ReadPoint.Listener> listener) {
        List<Dataset> datasets = catalogue.readBy(department);
        Sessions sessions = new Sessions(
                kafka,
                settings,
                department.id(),
                datasets,
                slots,
                offsets,
                applying,
                reading,
                metrics,
                clock,
                listener.getIfAvailable(() -> ReadPoint.Listener.NOBODY),
                dataset -> {});
        return new ReplicaReader(sessions, settings);
    }
}
