package onepermit.exchange.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The ledger of this department, in its own database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnProperty("onepermit.department")
public class LedgerConfiguration {

    @Bean
    Standing ledgerStanding() {
        return new Standing();
    }

    @Bean
    @ConditionalOnMissingBean(Ledger.class)
    GroupCommit ledger(
            @Value("${onepermit.department}") String department,
            @Value("${onepermit.ledger.waiting-at-most:10000}") int waitingAtMost,
            DataSource database,
            Standing standing,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new GroupCommit(
                department,
                Ledger.origin(department),
                database,
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                standing,
                waitingAtMost);
    }
}
