package onepermit.exchange.replica.grpc;

import io.grpc.BindableService;
import java.time.Clock;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.replica.convergence.Digests;
import onepermit.exchange.replica.reader.ReaderConfiguration;
import onepermit.exchange.replica.reader.Rebuilds;
import onepermit.exchange.replica.reader.Replay;
import onepermit.exchange.replica.reader.ReplicaStates;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the replica and convergence services. */
@AutoConfiguration(
        after = {CatalogueConfiguration.class, ReaderConfiguration.class},
        before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class ReplicaGrpcConfiguration {

    @Bean
    BindableService replicaEndpoint(
            Catalogue catalogue,
            Department department,
            ReplicaStates states,
            Replay replay,
            Rebuilds rebuilds,
            Clock clock) {
        return new ReplicaEndpoint(catalogue, department, states, replay, rebuilds, clock);
    }

    @Bean
    BindableService convergenceEndpoint(
            Catalogue catalogue, Department department, AgreementBook agreements, JdbcTemplate jdbc, RoadKeys keys) {
        return new ConvergenceEndpoint(catalogue, department, agreements, new Digests(JdbcClient.create(jdbc)), keys);
    }
}
