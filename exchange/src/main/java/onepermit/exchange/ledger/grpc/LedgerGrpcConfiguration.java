package onepermit.exchange.ledger.grpc;

import io.grpc.BindableService;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.ledger.witness.Doubts;
import onepermit.exchange.ledger.witness.WitnessConfiguration;
import onepermit.exchange.ledger.witness.WitnessTable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires the ledger's service. */
@AutoConfiguration(after = WitnessConfiguration.class, before = GrpcServerAutoConfiguration.class)
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
            Ledger ledger) {
        return new LedgerEndpoint(
                department.id(), tree, witnesses, policy, new Trouble(doubts, standing), new LogReaders(ledger));
    }
}
