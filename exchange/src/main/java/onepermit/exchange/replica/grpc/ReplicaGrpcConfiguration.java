package onepermit.exchange.replica.grpc;

import java.time.Clock;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.replica.ReplicaConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the operators' door to replicas. */
@AutoConfiguration(after = ReplicaConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class ReplicaGrpcConfiguration {

    @Bean
    TopicEnds topicEnds(KafkaSettings kafka) {
        return new TopicEnds(kafka);
    }

    @Bean
    ReplicaEndpoint replicaEndpoint(
            JdbcTemplate jdbc, Catalogue catalogue, Department department, TopicEnds ends, Clock clock) {
        return new ReplicaEndpoint(jdbc, catalogue, department, ends, clock);
    }

    @Bean
    ConvergenceEndpoint convergenceEndpoint(JdbcTemplate jdbc, Catalogue catalogue, Department department) {
        return new ConvergenceEndpoint(new Digests(jdbc), catalogue, department);
    }
}
