package onepermit.exchange.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import onepermit.exchange.loop.Wake;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger of this department, in its own database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration")
@ConditionalOnProperty("onepermit.department")
public class LedgerConfiguration {
    /** Name of the bean by which commits wake the sealer. */
    public static final String SEAL = "ledgerSeal";

    @Bean
    Standing ledgerStanding() {
        return new Standing();
    }

    /** Tells the sealer that leaves wait; asked for by name, for the relay has one too. */
    @Bean(name = SEAL, defaultCandidate = false)
    Wake ledgerSeal() {
        return new Wake();
    }

    @Bean
    Origins ledgerOrigins(@Value("${onepermit.department}") String department, JdbcTemplate jdbc) {
        return Origins.stored(department, jdbc);
    }

    @Bean
    @ConditionalOnMissingBean(Ledger.class)
    GroupCommit ledger(
            @Value("${onepermit.department}") String department,
            @Value("${onepermit.ledger.waiting-at-most:10000}") int waitingAtMost,
            DataSource database,
            Origins origins,
            Standing standing,
            @Qualifier(SEAL) Wake appended,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new GroupCommit(
                department,
                origins,
                database,
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                standing,
                appended,
                waitingAtMost);
    }
}
