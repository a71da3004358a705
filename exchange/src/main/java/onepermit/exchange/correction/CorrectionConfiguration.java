package onepermit.exchange.correction;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import onepermit.exchange.access.AccessConfiguration;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.access.PeerConfiguration;
import onepermit.exchange.atrest.AtRestConfiguration;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PublicationConfiguration;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.ReplicaConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires corrections. */
@AutoConfiguration(
        after = {
            AtRestConfiguration.class,
            AccessConfiguration.class,
            PeerConfiguration.class,
            PublicationConfiguration.class,
            ReplicaConfiguration.class
        })
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class CorrectionConfiguration {

    @Bean
    CorrectionTable correctionTable(JdbcClient jdbc, SealedColumns sealed) {
        return new CorrectionTable(jdbc, sealed);
    }

    @Bean
    Corrections corrections(Department department, CorrectionTable table, Facts facts, WorkingDays days, Clock clock) {
        return new Corrections(
                department, table, facts, days, Generators.timeBasedEpochRandomGenerator()::generate, clock);
    }

    @Bean
    ReadCorrections readCorrections(Department department, CorrectionTable table, AccessGuard guard, Clock clock) {
        return new ReadCorrections(department, table, guard, clock);
    }

    @Bean
    Outcomes outcomes(Department department, Catalogue catalogue, FactReader reader) {
        return new Outcomes(department, catalogue, reader);
    }

    @Bean
    OwnersDesk ownersDesk(PeerChannels peers) {
        return new OwnersDesk(peers);
    }

    @Bean
    CorrectionHistory correctionHistory(CorrectionTable table) {
        return new CorrectionHistory(table);
    }

    /** The inbox, for whoever operates. */
    @Bean
    Gauge waitingCorrections(MeterRegistry meters, CorrectionTable table) {
        return Gauge.builder("onepermit.corrections.waiting", table::waiting).register(meters);
    }

    /** Answers that are overdue, for whoever supervises. */
    @Bean
    Gauge overdueCorrections(MeterRegistry meters, CorrectionTable table, Clock clock) {
        return Gauge.builder(
                        "onepermit.corrections.overdue",
                        () -> table.overdue(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))))
                .register(meters);
    }
}
