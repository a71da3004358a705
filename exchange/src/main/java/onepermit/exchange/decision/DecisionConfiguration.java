package onepermit.exchange.decision;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.rpc.RequestLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Rule sets and decisions of a service. */
@AutoConfiguration
@ConditionalOnProperty("onepermit.department")
public class DecisionConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RuleSets ruleSets() {
        return RuleSets.shipped();
    }

    @Bean
    @ConditionalOnMissingBean
    DecisionTable decisionTable(Origins origins, JdbcOperations jdbc) {
        return new DecisionTable(origins, jdbc);
    }

    /** Ids of time and chance (RFC 9562, version 7): new ones go to the end of the index, and none can be guessed. */
    @Bean
    @ConditionalOnMissingBean
    Decisions decisions(
            @Value("${onepermit.department}") String department,
            Ledger ledger,
            DecisionTable table,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new Decisions(
                department,
                ledger,
                table,
                clock,
                Generators.timeBasedEpochRandomGenerator()::generate,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    DecisionEndpoint decisionEndpoint(
            @Value("${onepermit.department}") String department,
            DecisionTable table,
            Ledger ledger,
            RequestLog requests,
            TransactionOperations transactions,
            AccessGuard guard,
            Clock clock) {
        return new DecisionEndpoint(
                department, table, ledger, new OfficerActs(table, requests, transactions, clock), guard);
    }
}
