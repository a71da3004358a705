package onepermit.exchange.erasure.grpc;

import io.grpc.BindableService;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.erasure.ErasureConfiguration;
import onepermit.exchange.erasure.Erasures;
import onepermit.exchange.erasure.Whereabouts;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.LedgerConfiguration;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the erasure service. */
@AutoConfiguration(
        after = {ErasureConfiguration.class, LedgerConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class ErasureGrpcConfiguration {

    @Bean
    BindableService erasureEndpoint(
            Department department,
            Catalogue catalogue,
            CitizenIds ids,
            PersonKeys keys,
            Erasures erasures,
            Whereabouts whereabouts,
            RequestLog requests,
            PlatformTransactionManager transactions,
            Ledger ledger,
            Retentions retentions) {
        return new ErasureEndpoint(
                department.id(),
                catalogue.ownedBy(department).stream()
                        .filter(dataset -> !dataset.control())
                        .map(Dataset::id)
                        .toList(),
                ids,
                keys,
                erasures,
                whereabouts,
                requests,
                new TransactionTemplate(transactions),
                ledger,
                new ErasureMessages(retentions));
    }
}
