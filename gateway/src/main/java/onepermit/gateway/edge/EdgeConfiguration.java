package onepermit.gateway.edge;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import onepermit.exchange.access.Audience;
import onepermit.exchange.access.IssuerKeys;
import onepermit.exchange.access.PeerTrace;
import onepermit.exchange.access.TokenExchange;
import onepermit.exchange.access.TokenReader;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.CallFailures;
import onepermit.exchange.rpc.CallTimers;
import onepermit.exchange.rpc.CallTraces;
import onepermit.exchange.rpc.DeadlineDemand;
import onepermit.exchange.rpc.server.CallSteps;
import onepermit.exchange.rpc.server.ServerLimits;
import onepermit.exchange.rpc.server.ServingState;
import onepermit.exchange.rpc.tls.TlsConfiguration;
import onepermit.exchange.rpc.tls.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.grpc.server.ServerBuilderCustomizer;
import org.springframework.grpc.server.service.GrpcServiceConfigurer;

/** The gRPC door. */
@Configuration(proxyBeanMethods = false)
@Import(TlsConfiguration.class)
@EnableConfigurationProperties({Backends.Routes.class, ServerLimits.class})
class EdgeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Divisions divisions(@Value("${onepermit.profile.synthetic:false}") boolean synthetic) {
        return Divisions.load(synthetic);
    }

    /** The local issuer's keys are at hand; any other's are fetched. Asked by name, for Boot has a key of its own to offer. */
    @Bean
    Tokens tokens(
            @Qualifier("issuerKeys") ObjectProvider<JWKSource<SecurityContext>> local,
            @Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer,
            @Value("${onepermit.jwk-set-uri:}") String jwkSet,
            Clock clock) {
        JWKSource<SecurityContext> keys = local.getIfAvailable(() -> IssuerKeys.of(issuer, jwkSet));
        return new Tokens(new TokenReader(keys, issuer, Audience.DOOR, clock), clock);
    }

    /** @param from machines that may scrape the metrics */
    @Bean
    OperatorsDoor operatorsDoor(@Value("${onepermit.actuator.from:127.0.0.0/8,::1}") List<String> from) {
        return new OperatorsDoor(from);
    }

    @Bean
    Contracts contracts() {
        return Contracts.load();
    }

    @Bean
    NetworkThreads networkThreads() {
        return new NetworkThreads();
    }

    @Bean
    Backends backends(
            Backends.Routes routes,
            NetworkThreads threads,
            Transport transport,
            Tracer tracer,
            Propagator propagator,
            ObjectProvider<OwnServices> own) {
        return new Backends(routes, threads, transport, new PeerTrace(tracer, propagator), own::getObject);
    }

    @Bean
    OwnServices ownServices(List<OwnService> services) {
        return new OwnServices(services);
    }

    /** The local issuer is asked at this process's own port, which it has when the first call comes. */
    @Bean
    TokenExchange tokenExchange(
            Environment settings,
            @Value("${onepermit.issuer.local:true}") boolean local,
            @Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer,
            @Value("${onepermit.token-uri:}") String tokenUri,
            @Value("${onepermit.client.id:local-gateway}") String id,
            @Value("${onepermit.client.secret:}") String secret,
            @Value("${onepermit.keys.directory:.}") Path keys) {
        return TokenExchange.at(
                issuer,
                () -> tokenUri.isEmpty() && local
                        ? "http://127.0.0.1:" + settings.getProperty("local.server.port") + "/oauth2/token"
                        : tokenUri,
                id,
                secret,
                keys);
    }

    @Bean
    TokenSwap tokenSwap(Tokens tokens, TokenExchange exchange, Backends.Routes routes, Contracts contracts) {
        return new TokenSwap(tokens, exchange, routes.routes().keySet(), contracts.openMethods());
    }

    @Bean
    TokenGate tokenGate(TokenSwap tokens) {
        return new TokenGate(tokens);
    }

    /** Nothing on the way blocks, so calls stay on the network's threads. */
    @Bean
    ServerBuilderCustomizer<NettyServerBuilder> passThrough(
            Contracts contracts, Backends backends, NetworkThreads threads, ServerLimits limits, TokenGate gate) {
        return builder -> {
            limits.apply(builder);
            threads.serve(builder);
            builder.fallbackHandlerRegistry(new PassThrough(contracts, backends))
                    .directExecutor()
                    .callExecutor(gate);
        };
    }

    @Bean
    CallSteps callSteps(
            MeterRegistry registry, Tracer tracer, Propagator propagator, ServerLimits limits, TokenGate gate) {
        return new CallSteps(List.of(
                new CallTimers(registry),
                new CallTraces(tracer, propagator),
                new CallFailures(),
                new DeadlineDemand(limits.maxDeadline(), limits.maxStreamDeadline()),
                gate));
    }

    /** Boot starts a gRPC server only for an application with a service of its own. */
    @Bean
    BindableService door() {
        return () -> ServerServiceDefinition.builder("onepermit.gateway.Door").build();
    }

    @Bean
    GrpcServiceConfigurer bareServices() {
        return (spec, factory) -> spec.service().bindService();
    }

    @Bean
    ServingState servingState(HealthStatusManager health) {
        return new ServingState(health);
    }
}
