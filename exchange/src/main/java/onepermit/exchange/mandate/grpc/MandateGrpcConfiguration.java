package onepermit.exchange.mandate.grpc;

import io.grpc.BindableService;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.looks.LooksConfiguration;
import onepermit.exchange.mandate.MandateConfiguration;
import onepermit.exchange.mandate.Mandates;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the service of mandates. */
@AutoConfiguration(
        after = {MandateConfiguration.class, LooksConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class MandateGrpcConfiguration {

    @Bean
    BindableService mandateEndpoint(
            CitizenIds ids,
            PersonKeys keys,
            Divisions divisions,
            Mandates mandates,
            RequestLog requests,
            PlatformTransactionManager transactions,
            Ledger ledger) {
        return new MandateEndpoint(
                ids, keys, divisions, mandates, requests, new TransactionTemplate(transactions), ledger);
    }
}
