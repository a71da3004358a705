package onepermit.exchange.replica;

import java.time.Clock;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the reading half of the road. */
@AutoConfiguration(after = CatalogueConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class ReplicaConfiguration {

    @Bean
    Views views(JdbcTemplate jdbc) {
        return new Views(jdbc, System::nanoTime);
    }

    @Bean
    FactReader factReader(JdbcTemplate jdbc, Catalogue catalogue, Department department, Clock clock, Views views) {
        Freshness freshness = new Freshness(department, clock, System::nanoTime);
        return new FactReader(jdbc, catalogue, freshness, views);
    }
}
