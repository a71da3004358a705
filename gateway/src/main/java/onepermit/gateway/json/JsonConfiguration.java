package onepermit.gateway.json;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import onepermit.gateway.edge.Backends;
import onepermit.gateway.edge.Contracts;
import onepermit.gateway.edge.TokenSwap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The HTTP door. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    HttpBindings httpBindings(Contracts contracts) {
        return new HttpBindings(contracts);
    }

    @Bean
    RouterFunction<ServerResponse> calls(
            HttpBindings bindings, Contracts contracts, Backends backends, TokenSwap tokens, MeterRegistry registry) {
        return route("calls")
                .route(
                        path("/v1/**"),
                        new Transcoder(bindings, new JsonMessages(contracts), backends, tokens, registry))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> ledgers(Backends backends, TokenSwap tokens) {
        return route("ledgers")
                .route(GET(LedgerFiles.PATTERN), new LedgerFiles(backends, tokens))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> openApi(
            HttpBindings bindings, @Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer) {
        OpenApi document = new OpenApi(bindings, issuer);
        return route("openapi")
                .route(GET("/openapi.json"), request -> document.response())
                .build();
    }
}
