package onepermit.exchange.rpc.server;

import io.grpc.protobuf.services.HealthStatusManager;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.grpc.server.autoconfigure.health.GrpcServerHealthAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** gRPC health of a process that has a gRPC server. */
@AutoConfiguration(after = GrpcServerHealthAutoConfiguration.class)
@ConditionalOnBean(HealthStatusManager.class)
public class ServingConfiguration {

    @Bean
    ServingState servingState(HealthStatusManager health) {
        return new ServingState(health);
    }
}
