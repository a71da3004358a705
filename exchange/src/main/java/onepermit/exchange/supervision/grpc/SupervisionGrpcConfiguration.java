package onepermit.exchange.supervision.grpc;

import io.grpc.BindableService;
import java.time.Clock;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.supervision.Months;
import onepermit.exchange.supervision.SupervisionConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires the service of supervision. */
@AutoConfiguration(after = SupervisionConfiguration.class, before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class SupervisionGrpcConfiguration {

    @Bean
    BindableService supervisionEndpoint(Department department, Months months, Clock clock) {
        return new SupervisionEndpoint(department.id(), months, clock);
    }
}
