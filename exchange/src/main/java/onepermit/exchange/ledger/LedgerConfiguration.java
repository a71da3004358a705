package onepermit.exchange.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The ledger of this department, in its own database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
public class LedgerConfiguration {

    @Bean
    @ConditionalOnMissingBean(Ledger.class)
    GroupCommit ledger(@Value("${onepermit.department}") String department, DataSource database, Clock clock) {
        return new GroupCommit(department, database, clock);
    }
}
