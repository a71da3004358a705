package onepermit.exchange.publication.grpc;

import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.publication.PublicationConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the owner's door. */
@AutoConfiguration(after = PublicationConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class FactsGrpcConfiguration {

    @Bean
    FactsEndpoint factsEndpoint(JdbcTemplate jdbc, Catalogue catalogue, Department department) {
        return new FactsEndpoint(jdbc, catalogue, department);
    }
}
