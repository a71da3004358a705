package onepermit.exchange.publication.grpc;

import io.grpc.BindableService;
import java.time.Clock;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.AgreementConfiguration;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.identity.Pseudonyms;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.LedgerConfiguration;
import onepermit.exchange.publication.PublishedFacts;
import onepermit.exchange.publication.watch.Watches;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the facts service. */
@AutoConfiguration(
        after = {
            CatalogueConfiguration.class,
            IdentityConfiguration.class,
            AgreementConfiguration.class,
            LedgerConfiguration.class
        },
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties(KafkaSettings.class)
public class FactsGrpcConfiguration {

    @Bean
    Watches watches(KafkaSettings kafka, Clock clock) {
        return new Watches(kafka, clock);
    }

    @Bean
    BindableService factsEndpoint(
            Catalogue catalogue,
            Department department,
            JdbcTemplate jdbc,
            AgreementBook agreements,
            FieldCut cut,
            Watches watches,
            Pseudonyms pseudonyms,
            Ledger ledger) {
        SharedWith shared = new SharedWith(catalogue, department, agreements);
        return new FactsEndpoint(
                catalogue, department, new PublishedFacts(jdbc), shared, cut, watches, pseudonyms, ledger);
    }
}
