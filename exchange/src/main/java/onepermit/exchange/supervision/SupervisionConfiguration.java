package onepermit.exchange.supervision;

import java.time.Clock;
import java.time.Duration;
import onepermit.exchange.agreement.keep.KeepConfiguration;
import onepermit.exchange.agreement.keep.RequestHistory;
import onepermit.exchange.correction.CorrectionConfiguration;
import onepermit.exchange.correction.CorrectionHistory;
import onepermit.exchange.ledger.LedgerConfiguration;
import onepermit.exchange.ledger.usage.Processings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the counting. */
@AutoConfiguration(after = {LedgerConfiguration.class, KeepConfiguration.class, CorrectionConfiguration.class})
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class SupervisionConfiguration {

    @Bean
    CountTable supervisionCounts(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new CountTable(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    LedgerCount ledgerCount(CountTable table, @Value("${onepermit.supervision.count-every:2s}") Duration pause) {
        return new LedgerCount(table, Processings.shipped(), pause);
    }

    @Bean
    Months supervisionMonths(CountTable table, RequestHistory requests, CorrectionHistory corrections, Clock clock) {
        return new Months(table, requests, corrections, clock);
    }
}
