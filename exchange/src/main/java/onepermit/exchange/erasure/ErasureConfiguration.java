package onepermit.exchange.erasure;

import java.time.Clock;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PublicationConfiguration;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the erasure of persons. */
@AutoConfiguration(after = {CatalogueConfiguration.class, PublicationConfiguration.class})
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties(KafkaSettings.class)
public class ErasureConfiguration {

    @Bean
    ErasureTable erasureTable(JdbcClient jdbc) {
        return new ErasureTable(jdbc);
    }

    @Bean
    Erasures erasures(
            Facts facts,
            ErasureTable table,
            Retentions retentions,
            ObjectProvider<OwnRecords> own,
            JdbcClient jdbc,
            Clock clock) {
        return new Erasures(facts, table, retentions, withExchange(own, jdbc), clock);
    }

    @Bean
    Whereabouts whereabouts(
            ErasureTable table,
            ObjectProvider<OwnRecords> own,
            JdbcClient jdbc,
            KafkaSettings kafka,
            Catalogue catalogue,
            Department department,
            RoadKeys keys,
            Clock clock) {
        return new Whereabouts(
                table,
                new ExchangeRows(jdbc, keys),
                new TopicScan(kafka, keys),
                withExchange(own, jdbc),
                catalogue.ownedBy(department).stream()
                        .filter(dataset -> !dataset.control())
                        .toList(),
                clock);
    }

    @Bean
    KeptSweep keptSweep(Erasures erasures, PlatformTransactionManager transactions) {
        return new KeptSweep(erasures, new TransactionTemplate(transactions));
    }

    private static OwnRecords withExchange(ObjectProvider<OwnRecords> own, JdbcClient jdbc) {
        return own.getIfAvailable(() -> OwnRecords.NONE)
                .and(new RecordsOfMany(jdbc, "watched_case", Set.of()))
                .and(new RecordsOfMany(jdbc, "decision_revision", Set.of(Retentions.DECISION)))
                .and(new Decisions(jdbc))
                .and(RecordsInTable.of(jdbc, "correction"));
    }
}
