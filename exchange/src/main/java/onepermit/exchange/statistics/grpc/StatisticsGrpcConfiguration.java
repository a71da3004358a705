package onepermit.exchange.statistics.grpc;

import io.grpc.BindableService;
import java.time.Clock;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.statistics.CountStatistics;
import onepermit.exchange.statistics.Definitions;
import onepermit.exchange.statistics.StatisticSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires statistics where a department counts its own. */
@AutoConfiguration(after = IdentityConfiguration.class, before = GrpcServerAutoConfiguration.class)
@ConditionalOnProperty("onepermit.department")
public class StatisticsGrpcConfiguration {

    @Bean
    BindableService statisticsEndpoint(
            Department department, Divisions divisions, ObjectProvider<StatisticSource> sources, Clock clock) {
        Definitions definitions = Definitions.shipped();
        return new StatisticsEndpoint(
                department.id(),
                definitions,
                new CountStatistics(definitions, sources.orderedStream().toList()),
                divisions,
                clock);
    }
}
