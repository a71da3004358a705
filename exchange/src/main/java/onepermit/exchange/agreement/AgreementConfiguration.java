package onepermit.exchange.agreement;

import java.time.Clock;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.identity.IdentityConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the agreements in memory. */
@AutoConfiguration(after = {CatalogueConfiguration.class, IdentityConfiguration.class})
@ConditionalOnProperty("onepermit.department")
public class AgreementConfiguration {

    @Bean
    AgreementBook agreementBook(Catalogue catalogue, Clock clock) {
        return new AgreementBook(catalogue, clock);
    }

    @Bean
    HeldAgreements heldAgreements(JdbcTemplate jdbc, AgreementBook book, Catalogue catalogue) {
        return new HeldAgreements(jdbc, book, new OwnedDatasets(catalogue));
    }

    @Bean
    FieldCut fieldCut() {
        return new FieldCut();
    }
}
