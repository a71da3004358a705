package onepermit.exchange.mandate;

import java.time.Clock;
import java.time.Period;
import onepermit.exchange.access.AccessConfiguration;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.MethodRules;
import onepermit.exchange.looks.Mandated;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires mandates, for a service with a database. */
@AutoConfiguration(
        after = AccessConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty("onepermit.department")
public class MandateConfiguration {

    @Bean
    MandateTable mandateTable(JdbcClient jdbc) {
        return new MandateTable(jdbc);
    }

    /** @param longest ISO 8601 period; a parameter of the installation, which no statute gives */
    @Bean
    Mandates mandates(
            MandateTable table,
            MethodRules rules,
            AccessGuard guard,
            @Value("${onepermit.looks.mandate-longest:P31D}") Period longest,
            Clock clock) {
        return new Mandates(table, rules, guard, longest, clock);
    }

    @Bean
    Mandated mandatedLooks(MandateTable table, Mandates mandates) {
        return new MandatedLooks(table, mandates);
    }

    @Bean
    MandateSweep mandateSweep(Mandates mandates) {
        return new MandateSweep(mandates);
    }
}
