package onepermit.exchange.ledger.grpc;

import io.grpc.BindableService;
import java.time.Clock;
import java.util.List;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.ledger.usage.Processings;
import onepermit.exchange.ledger.usage.UsageTable;
import onepermit.exchange.ledger.usage.Usages;
import onepermit.exchange.ledger.witness.Doubts;
import onepermit.exchange.ledger.witness.NewOrigin;
import onepermit.exchange.ledger.witness.WitnessConfiguration;
import onepermit.exchange.ledger.witness.WitnessTable;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the ledger's services. */
@AutoConfiguration(
        after = {WitnessConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class LedgerGrpcConfiguration {

    @Bean
    BindableService ledgerEndpoint(
            Department department,
            TreeTable tree,
            WitnessTable witnesses,
            TrustPolicy policy,
            Doubts doubts,
            Standing standing,
            Ledger ledger,
            Origins origins,
            NewOrigin newOrigin,
            RequestLog requests,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        List<TreeTable> former = origins.former().stream()
                .map(origin -> new TreeTable(origin, jdbc, new TransactionTemplate(transactions)))
                .toList();
        return new LedgerEndpoint(
                department.id(),
                new Trees(tree, former),
                witnesses,
                policy,
                new Trouble(doubts, standing),
                new LogReaders(ledger),
                new OriginCall(newOrigin, requests, new TransactionTemplate(transactions)));
    }

    @Bean
    Usages usages(JdbcTemplate jdbc) {
        return new Usages(new UsageTable(jdbc), Processings.shipped());
    }

    @Bean
    BindableService usageEndpoint(
            Department department,
            Origins origins,
            Usages usages,
            Catalogue catalogue,
            Descriptions descriptions,
            Ledger ledger,
            Clock clock) {
        return new UsageEndpoint(
                department.id(),
                usages,
                new UsageMessages(origins, Processings.shipped(), catalogue, descriptions),
                new LogReaders(ledger),
                clock);
    }
}
