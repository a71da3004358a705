package onepermit.exchange.looks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import onepermit.exchange.access.AccessConfiguration;
import onepermit.exchange.access.MethodRules;
import onepermit.exchange.access.RefusedAttempts;
import onepermit.exchange.ledger.GroupCommit;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.LedgerConfiguration;
import onepermit.exchange.mandate.MandateConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the guard before the ledger. */
@AutoConfiguration(after = {LedgerConfiguration.class, AccessConfiguration.class, MandateConfiguration.class})
@ConditionalOnBean({GroupCommit.class, MethodRules.class})
@EnableConfigurationProperties(LookLimits.class)
public class LooksConfiguration {

    @Bean
    @Primary
    Ledger guardedLedger(
            GroupCommit ledger,
            LookLimits limits,
            MethodRules rules,
            Mandated mandated,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        LookAlarms alarms = new LookAlarms(meters.getIfAvailable(SimpleMeterRegistry::new));
        return new GuardedLedger(
                ledger,
                new LookGuard(limits, rules::changes, rules::takesBatches, clock),
                mandated,
                alarms,
                limits.slowness());
    }

    /** Attempts go past the guard: they look at nobody. */
    @Bean
    RefusedAttempts recordedRefusals(GroupCommit ledger, ObjectProvider<MeterRegistry> meters) {
        return new RecordedRefusals(ledger, meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
