package onepermit.exchange.publication;

import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.loop.Wake;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the publishing half of the road. */
@AutoConfiguration(after = CatalogueConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class PublicationConfiguration {

    @Bean
    Wake wake() {
        return new Wake();
    }

    @Bean
    Facts facts(JdbcTemplate jdbc, Catalogue catalogue, Department department, Wake wake) {
        return new Facts(jdbc, new PayloadCheck(catalogue, department), wake::call);
    }

    /** The exchange numbers its migrations below 100 and a department from 100 on, so a new one here comes after old ones there. */
    @Bean
    FlywayConfigurationCustomizer twoRowsOfMigrations() {
        return flyway -> flyway.outOfOrder(true);
    }
}
