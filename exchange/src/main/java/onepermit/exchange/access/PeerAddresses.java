package onepermit.exchange.access;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code peers:///host:port,host:port} to all instances, each looked up again after a failure, so that a moved
 * one is found. Public and registered in META-INF/services, as gRPC wants it.
 */
public final class PeerAddresses extends NameResolverProvider {
    static final String SCHEME = "peers";

    @Override
    public @Nullable NameResolver newNameResolver(URI target, NameResolver.Args args) {
        return SCHEME.equals(target.getScheme())
                ? new Resolver(target.getPath().substring(1).split(",", -1))
                : null;
    }

    @Override
    public String getDefaultScheme() {
        return SCHEME;
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return 5;
    }

    @Override
    public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
        return Set.of(InetSocketAddress.class);
    }

    private static final class Resolver extends NameResolver {
        private final List<String> instances;
        private Listener2 listener = new Nobody();

        Resolver(String... instances) {
            this.instances = List.of(instances);
        }

        @Override
        public String getServiceAuthority() {
            return instances.getFirst();
        }

        @Override
        public void start(Listener2 listener) {
            this.listener = listener;
            resolve();
        }

        @Override
        public void refresh() {
            resolve();
        }

        @Override
        public void shutdown() {}

        private void resolve() {
            List<EquivalentAddressGroup> found = instances.stream()
                    .map(Peers::address)
                    .filter(at -> !at.isUnresolved())
                    .map(EquivalentAddressGroup::new)
                    .toList();
            listener.onResult(ResolutionResult.newBuilder()
                    .setAddressesOrError(
                            found.isEmpty()
                                    ? StatusOr.fromStatus(
                                            Status.UNAVAILABLE.withDescription("none of the instances has an address"))
                                    : StatusOr.fromValue(found))
                    .build());
        }
    }

    private static final class Nobody extends NameResolver.Listener2 {
        @Override
        public void onResult(NameResolver.ResolutionResult result) {}

        @Override
        public void onError(Status error) {}
    }
}
