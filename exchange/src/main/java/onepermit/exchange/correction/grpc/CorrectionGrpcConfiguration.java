package onepermit.exchange.correction.grpc;

import io.grpc.BindableService;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.correction.CorrectionConfiguration;
import onepermit.exchange.correction.Corrections;
import onepermit.exchange.correction.Outcomes;
import onepermit.exchange.correction.ReadCorrections;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.server.RequestLogConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the correction service. */
@AutoConfiguration(
        after = {CorrectionConfiguration.class, RequestLogConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class CorrectionGrpcConfiguration {

    @Bean
    BindableService correctionEndpoint(
            Department department,
            Catalogue catalogue,
            Descriptions descriptions,
            CitizenIds ids,
            PersonKeys keys,
            Divisions divisions,
            Corrections corrections,
            ReadCorrections read,
            Outcomes outcomes,
            AccessGuard guard,
            RequestLog requests,
            PlatformTransactionManager transactions,
            Ledger ledger) {
        CorrectionLooks looks = new CorrectionLooks(ledger);
        CorrectionChanges changes = new CorrectionChanges(
                new Doubts(department, catalogue, descriptions, ids, divisions),
                corrections,
                read,
                keys,
                guard,
                requests,
                new TransactionTemplate(transactions),
                looks);
        return new CorrectionEndpoint(changes, read, outcomes, looks, ids, keys, guard);
    }
}
