package onepermit.exchange.replica;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.AgreementConfiguration;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.HeldAgreements;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.replica.reader.ReaderConfiguration;
import onepermit.exchange.replica.reader.ReplicaSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires what answers questions from the replica. */
@AutoConfiguration(after = {CatalogueConfiguration.class, AgreementConfiguration.class, ReaderConfiguration.class})
@ConditionalOnProperty("onepermit.department")
public class ReplicaConfiguration {

    @Bean
    Views views(JdbcTemplate jdbc) {
        return new Views(jdbc, System::nanoTime);
    }

    @Bean
    ViewPoll viewPoll(Views views, HeldAgreements agreements, ReplicaSettings settings) {
        return new ViewPoll(views, agreements, settings.view());
    }

    @Bean
    Freshness freshness(Department department, Clock clock, RoadKeys keys) {
        return new Freshness(department, clock, System::nanoTime, keys);
    }

    @Bean
    ReplicaMetrics replicaMetrics(
            MeterRegistry registry, Catalogue catalogue, Department department, Views views, Freshness freshness) {
        return new ReplicaMetrics(registry, catalogue.readBy(department), views, freshness);
    }

    /** A catalogue that asks for a key which is not here stops the start. */
    @Bean
    FactReader factReader(
            JdbcTemplate jdbc,
            Catalogue catalogue,
            Department department,
            Freshness freshness,
            Views views,
            AgreementBook agreements,
            FieldCut cut,
            RoadKeys keys) {
        catalogue.all().forEach(dataset -> keys.require(dataset.personKey()));
        return new FactReader(
                new FactQuery(jdbc, views, keys),
                catalogue,
                freshness,
                context -> new Permission(agreements.given(department.id(), context.getPurpose()), cut));
    }
}
