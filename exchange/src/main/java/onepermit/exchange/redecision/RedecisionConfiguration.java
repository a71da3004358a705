package onepermit.exchange.redecision;

import com.fasterxml.uuid.Generators;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.decision.DecisionConfiguration;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PublicationConfiguration;
import onepermit.exchange.rpc.CallLimit;
import onepermit.exchange.rpc.server.ServerConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires re-decision. */
@AutoConfiguration(after = {DecisionConfiguration.class, PublicationConfiguration.class, ServerConfiguration.class})
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class RedecisionConfiguration {

    @Bean
    WatchTable watchTable(JdbcClient jdbc) {
        return new WatchTable(jdbc);
    }

    @Bean
    WatchedCases watchedCases(WatchTable table, RoadKeys keys) {
        return new WatchedCases(table, keys);
    }

    @Bean
    Revisions revisions(JdbcClient jdbc) {
        return new Revisions(jdbc);
    }

    /**
     * @param perSecond cases a second, of one process
     * @param every pause between two looks when nothing waits
     */
    @Bean
    Redeciding redeciding(
            ObjectProvider<Redecidable> kinds,
            WatchTable table,
            DecisionTable decided,
            Decisions decisions,
            Revisions revisions,
            Facts facts,
            PlatformTransactionManager transactions,
            ObjectProvider<CallLimit> door,
            MeterRegistry meters,
            @Value("${onepermit.redecision.per-second:20}") int perSecond,
            @Value("${onepermit.redecision.every:PT1S}") Duration every) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Map<String, Redecidable> byKind =
                kinds.stream().collect(Collectors.toMap(Redecidable::kind, Function.identity()));
        Redecide redecide = new Redecide(
                byKind,
                table,
                decided,
                decisions,
                revisions,
                facts,
                transaction,
                Generators.timeBasedEpochRandomGenerator()::generate);
        CallLimit limit = door.getIfAvailable(() -> CallLimit.NONE);
        return new Redeciding(table, redecide, transaction, rate(perSecond), limit::crowded, meters, every);
    }

    private static RateLimiter rate(int perSecond) {
        return RateLimiter.of(
                "redecision",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(perSecond))
                        .timeoutDuration(Duration.ofSeconds(1))
                        .build());
    }

    @Bean
    Gauge waitingRedecisions(MeterRegistry meters, WatchTable table) {
        return Gauge.builder("onepermit.redecisions.waiting", table::waiting).register(meters);
    }

    @Bean
    Gauge oldestRedecision(MeterRegistry meters, WatchTable table) {
        return Gauge.builder("onepermit.redecisions.oldest", table::oldest)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Revisions that no officer has seen yet. */
    @Bean
    Gauge unseenRevisions(MeterRegistry meters, Revisions revisions) {
        return Gauge.builder("onepermit.revisions.unseen", revisions::unseen).register(meters);
    }
}
