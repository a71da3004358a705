package onepermit.gateway.usage;

import onepermit.exchange.access.TokenExchange;
import onepermit.gateway.edge.Backends;
import onepermit.gateway.edge.OwnService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the merged list. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    OwnService usageOverview(Backends backends, Backends.Routes routes, TokenExchange exchange) {
        return new OwnService(
                new UsageOverview(routes.routes().keySet(), new Departments(backends::to, exchange::header)));
    }
}
