package onepermit.exchange.redecision.grpc;

import io.grpc.BindableService;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.redecision.RedecisionConfiguration;
import onepermit.exchange.redecision.Revisions;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the revision service. */
@AutoConfiguration(
        after = {RedecisionConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class RevisionGrpcConfiguration {

    @Bean
    BindableService revisionEndpoint(
            Department department,
            Revisions revisions,
            AccessGuard guard,
            RequestLog requests,
            PlatformTransactionManager transactions,
            Ledger ledger) {
        return new RevisionEndpoint(
                department.id(), revisions, guard, requests, new TransactionTemplate(transactions), ledger);
    }
}
