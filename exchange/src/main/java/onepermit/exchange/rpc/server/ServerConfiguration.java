package onepermit.exchange.rpc.server;

import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import onepermit.exchange.access.AccessCheck;
import onepermit.exchange.access.AccessConfiguration;
import onepermit.exchange.access.MethodRules;
import onepermit.exchange.access.PeerGate;
import onepermit.exchange.access.Requests;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.CallFailures;
import onepermit.exchange.rpc.CallLimit;
import onepermit.exchange.rpc.CallTimers;
import onepermit.exchange.rpc.CallTraces;
import onepermit.exchange.rpc.DeadlineDemand;
import onepermit.exchange.rpc.RequestShape;
import onepermit.exchange.rpc.tls.Credentials;
import onepermit.exchange.rpc.tls.TlsConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.grpc.server.ServerBuilderCustomizer;
import org.springframework.grpc.server.service.GrpcServiceConfigurer;

/** The gRPC server of a service. */
@AutoConfiguration(
        before = GrpcServerAutoConfiguration.class,
        after = {AccessConfiguration.class, TlsConfiguration.class})
@EnableConfigurationProperties(ServerLimits.class)
public class ServerConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CallSteps callSteps(
            ServerLimits limits,
            CallLimit limit,
            AccessCheck access,
            ObjectProvider<Credentials> secured,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        Stream<ServerInterceptor> watching = Stream.concat(
                registry.stream().limit(1).map(CallTimers::new),
                tracer.stream().flatMap(t -> propagator.stream().map(p -> new CallTraces(t, p))));
        Stream<ServerInterceptor> asking = Stream.of(
                new CallFailures(),
                limit,
                new DeadlineDemand(limits.maxDeadline(), limits.maxStreamDeadline()),
                access);
        Stream<ServerInterceptor> connected = secured.stream().map(any -> new PeerGate());
        return new CallSteps(
                Stream.of(watching, asking, connected).flatMap(step -> step).toList());
    }

    @Bean
    CallLimit callLimit(ServerLimits limits) {
        return new CallLimit(limits.maxCalls(), limits.batchCalls(), limits.redecisionCalls());
    }

    @Bean
    AccessCheck accessCheck(Tokens tokens, MethodRules rules, Requests requests) {
        return new AccessCheck(tokens, rules, requests);
    }

    @Bean
    RequestShape requestShape() {
        return new RequestShape();
    }

    /** Reads the rules of all methods served before the server starts; a method without a rule stops the start. */
    @Bean
    SmartInitializingSingleton contractsRead(
            MethodRules rules, RequestShape shape, ObjectProvider<BindableService> services) {
        return () -> {
            services.stream().map(BindableService::bindService).forEach(rules::add);
            shape.warm(rules.requests());
        };
    }

    /** Binds services bare: all interceptors stand on the builder. */
    @Bean
    GrpcServiceConfigurer bareServices() {
        return (spec, factory) -> spec.service().bindService();
    }

    @Bean
    ServerBuilderCustomizer<NettyServerBuilder> serverLimits(ServerLimits limits) {
        return limits::apply;
    }

    @Bean
    GrpcServerExecutorProvider callThreads() {
        return () -> Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory());
    }
}
