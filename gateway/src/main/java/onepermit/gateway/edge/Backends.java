package onepermit.gateway.edge;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** One channel to each department, over all its instances. */
public final class Backends implements AutoCloseable {
    /** Names the department for services that every department has. */
    public static final String DEPARTMENT = "onepermit-department";

    private static final Metadata.Key<String> DEPARTMENT_KEY =
            Metadata.Key.of(DEPARTMENT, Metadata.ASCII_STRING_MARSHALLER);

    /** @param routes department → {@code host:port}, one for each instance */
    @ConfigurationProperties("onepermit.gateway")
    public record Routes(@DefaultValue Map<String, List<String>> routes) {}

    private final Map<String, ManagedChannel> channels;
    private final ClientInterceptor trace;

    /** @param trace carries the gateway's own span on */
    Backends(Routes routes, ClientInterceptor trace) {
        this.trace = trace;
        channels = new TreeMap<>();
        routes.routes().forEach((department, instances) -> channels.put(department, open(instances)));
    }

    public Channel to(String department) {
        Channel channel = channels.get(department);
        if (channel == null) {
            throw new RefusalException(new Refusal(
                    Code.UNAVAILABLE, "DEPARTMENT_NOT_CONNECTED", "", department + " is not connected here"));
        }
        return ClientInterceptors.intercept(channel, trace);
    }

    /** The department that the caller named. */
    public Channel named(Metadata headers) {
        return named(headers.get(DEPARTMENT_KEY));
    }

    /** @param department as the caller wrote it; null when it did not */
    public Channel named(@Nullable String department) {
        if (department == null || department.isBlank()) {
            throw new RefusalException(Refusal.invalid(
                    "DEPARTMENT_MISSING", DEPARTMENT, "every department has this service; name one of " + names()));
        }
        Channel channel = channels.get(department);
        if (channel == null) {
            throw new RefusalException(
                    Refusal.invalid("DEPARTMENT_UNKNOWN", DEPARTMENT, "no such department; name one of " + names()));
        }
        return ClientInterceptors.intercept(channel, trace);
    }

    private String names() {
        return channels.keySet().stream().collect(Collectors.joining(", "));
    }

    private static ManagedChannel open(List<String> instances) {
        String target = instances.stream().map(String::trim).collect(Collectors.joining(",", "peers:///", ""));
        return NettyChannelBuilder.forTarget(target)
                .usePlaintext()
                .directExecutor()
                .defaultLoadBalancingPolicy("round_robin")
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
