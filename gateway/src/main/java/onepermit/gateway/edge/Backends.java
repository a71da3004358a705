package onepermit.gateway.edge;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.tls.Transport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The way to each department, over all its instances. */
public final class Backends implements AutoCloseable {
    /** Names the department for services that every department has. */
    public static final String DEPARTMENT = "onepermit-department";

    private static final Metadata.Key<String> DEPARTMENT_KEY =
            Metadata.Key.of(DEPARTMENT, Metadata.ASCII_STRING_MARSHALLER);

    /** @param routes department → {@code host:port}, one for each instance */
    @ConfigurationProperties("onepermit.gateway")
    public record Routes(@DefaultValue Map<String, List<String>> routes) {}

    private final Map<String, Lanes> lanes = new TreeMap<>();
    private final ClientInterceptor trace;
    private final Supplier<OwnServices> own;

    /**
     * @param trace carries the gateway's own span on
     * @param own asked for at the first call, for own services ask departments in their turn
     */
    Backends(
            Routes routes,
            NetworkThreads threads,
            Transport transport,
            ClientInterceptor trace,
            Supplier<OwnServices> own) {
        this.trace = trace;
        this.own = own;
        routes.routes()
                .forEach((department, instances) ->
                        lanes.put(department, Lanes.to(department, target(instances), threads, transport)));
    }

    public Channel to(String department) {
        if (department.equals(OwnServices.NAME)) {
            return ClientInterceptors.intercept(own.get().channel(), trace);
        }
        Lanes found = lanes.get(department);
        if (found == null) {
            throw new RefusalException(new Refusal(
                    Code.UNAVAILABLE, "DEPARTMENT_NOT_CONNECTED", "", department + " is not connected here"));
        }
        return traced(found);
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
        Lanes found = lanes.get(department);
        if (found == null) {
            throw new RefusalException(
                    Refusal.invalid("DEPARTMENT_UNKNOWN", DEPARTMENT, "no such department; name one of " + names()));
        }
        return traced(found);
    }

    private Channel traced(Lanes found) {
        return ClientInterceptors.intercept(found.mine(), trace);
    }

    private String names() {
        return String.join(", ", lanes.keySet());
    }

    private static String target(List<String> instances) {
        return instances.stream().map(String::trim).collect(Collectors.joining(",", "peers:///", ""));
    }

    @Override
    public void close() {
        lanes.values().forEach(Lanes::close);
    }
}
