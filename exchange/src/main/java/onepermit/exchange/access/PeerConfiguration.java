package onepermit.exchange.access;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.grpc.ClientInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.rpc.tls.TlsConfiguration;
import onepermit.exchange.rpc.tls.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The way of a department to the others. */
@AutoConfiguration(after = {IdentityConfiguration.class, TlsConfiguration.class})
@ConditionalOnProperty("onepermit.department")
@EnableConfigurationProperties(Peers.class)
public class PeerConfiguration {

    @Bean
    ServiceToken serviceToken(
            @Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer,
            @Value("${onepermit.token-uri:}") String tokenUri,
            @Value("${onepermit.client.id:local-service}") String id,
            @Value("${onepermit.client.secret:}") String secret,
            @Value("${onepermit.keys.directory:.}") Path keys,
            @Value("${onepermit.department:}") String department,
            Clock clock) {
        return new ServiceToken(
                TokenEndpoint.of(issuer, tokenUri),
                () -> ClientSecrets.of("service", id, secret, keys),
                department,
                clock);
    }

    /** @param open how long a department that did not answer is left alone */
    @Bean
    @ConditionalOnMissingBean
    SourceBreakers sourceBreakers(
            @Value("${onepermit.breaker-open:5s}") Duration open, ObjectProvider<MeterRegistry> meters) {
        SourceBreakers breakers = new SourceBreakers(open);
        meters.ifAvailable(TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers.registry())::bindTo);
        return breakers;
    }

    @Bean
    @ConditionalOnMissingBean
    PeerChannels peerChannels(
            Peers peers,
            Transport transport,
            ServiceToken token,
            @Value("${onepermit.peer-deadline:2s}") Duration deadline,
            SourceBreakers breakers,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        Stream<ClientInterceptor> watching =
                tracer.stream().flatMap(t -> propagator.stream().map(p -> new PeerTrace(t, p)));
        return new PeerChannels(peers, transport, token, deadline, breakers, watching.toList());
    }
}
