package onepermit.exchange.rpc;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import onepermit.exchange.access.AccessConfiguration;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.rpc.server.ServerConfiguration;
import onepermit.exchange.rpc.server.ServingConfiguration;
import onepermit.exchange.testing.TestIssuer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerServicesAutoConfiguration;
import org.springframework.boot.grpc.server.autoconfigure.health.GrpcServerHealthAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** A service of the house on a free port, with all its call steps and an issuer of its own. */
final class EdgeServer implements AutoCloseable {
    final TestIssuer issuer = TestIssuer.start();
    final Admissions admissions = new Admissions();
    final ConfigurableApplicationContext context;
    final ManagedChannel channel;
    final int port;

    /** @param properties {@code name=value}; they win over what every service starts from */
    EdgeServer(String... properties) {
        Service.ADMISSIONS.set(admissions);
        context = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.grpc.server.port=0",
                        "onepermit.issuer-uri=" + issuer.uri(),
                        "onepermit.department=education")
                .run(Arrays.stream(properties).map(property -> "--" + property).toArray(String[]::new));
        port = context.getBean(GrpcServerLifecycle.class).getPort();
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
        issuer.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SslAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        IdentityConfiguration.class,
        AccessConfiguration.class,
        ServerConfiguration.class,
        ServingConfiguration.class,
        GrpcServerAutoConfiguration.class,
        GrpcServerServicesAutoConfiguration.class,
        GrpcServerHealthAutoConfiguration.class
    })
    static class Service {
        static final AtomicReference<Admissions> ADMISSIONS = new AtomicReference<>();

        @Bean
        BindableService admissions(onepermit.exchange.access.Requests requests) {
            Admissions admissions = Objects.requireNonNull(ADMISSIONS.get());
            admissions.requests = requests;
            return admissions;
        }
    }
}
