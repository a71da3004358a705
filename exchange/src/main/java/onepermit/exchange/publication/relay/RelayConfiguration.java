package onepermit.exchange.publication.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.loop.Wake;
import onepermit.exchange.publication.PublicationConfiguration;
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

/** Wires the relay. */
@AutoConfiguration(after = {CatalogueConfiguration.class, PublicationConfiguration.class})
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties({KafkaSettings.class, RelaySettings.class})
public class RelayConfiguration {

    @Bean
    Topics topics(KafkaSettings kafka, Catalogue catalogue, Department department) {
        return new Topics(kafka, catalogue.ownedBy(department));
    }

    @Bean
    Relay relay(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            Department department,
            RoadKeys keys,
            Topics topics,
            KafkaSettings kafka,
            RelaySettings settings,
            Wake wake,
            MeterRegistry metrics,
            Clock clock,
            ObjectProvider<Point.Listener> listener) {
        Point.Listener point = listener.getIfAvailable(() -> Point.Listener.NOBODY);
        JdbcClient client = JdbcClient.create(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        List<Dataset> owned = catalogue.ownedBy(department);
        Records records = new Records(catalogue, department, keys);
        Road road = new Road(
                client,
                new Outbox(jdbc, transaction),
                new StoppedPersons(client, settings.retryStopped()),
                new Lease(client, UUID.randomUUID().toString(), settings.lease()),
                records,
                owned,
                new RelayMetrics(metrics, clock, client),
                point);
        Republication republication = new Republication(client, transaction);
        return new Relay(
                road,
                topics,
                republication,
                () -> new Transmission(kafka, department.id(), records, point),
                settings,
                wake);
    }
}
