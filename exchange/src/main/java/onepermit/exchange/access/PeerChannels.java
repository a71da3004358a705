package onepermit.exchange.access;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onepermit.exchange.rpc.Reconnect;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.rpc.tls.Transport;

/**
 * Channels to the other departments: this service's token, a deadline on every call, a breaker for each department and method, the
 * caller's trace, all instances in turn.
 */
public final class PeerChannels implements AutoCloseable {
    private final Map<String, ManagedChannel> channels = new ConcurrentHashMap<>();
    private final Peers peers;
    private final Transport transport;
    private final SourceBreakers breakers;
    private final List<ClientInterceptor> steps;

    /** @param longest deadline of a call whose caller has set none */
    public PeerChannels(
            Peers peers,
            Transport transport,
            CallCredentials token,
            Duration longest,
            SourceBreakers breakers,
            List<ClientInterceptor> watching) {
        this.peers = peers;
        this.transport = transport;
        this.breakers = breakers;
        this.steps = Stream.concat(watching.stream(), Stream.of(new Introduced(token, longest)))
                .toList();
    }

    /** @param department permit, education, social or health; its instances stand in {@code onepermit.peers.<department>} */
    public Channel to(String department) {
        Channel guarded =
                ClientInterceptors.intercept(channels.computeIfAbsent(department, this::open), breakers.of(department));
        return ClientInterceptors.interceptForward(guarded, steps);
    }

    private ManagedChannel open(String department) {
        return Reconnect.soon(transport
                .to(department, NettyChannelBuilder.forTarget(peers.target(department)))
                .defaultLoadBalancingPolicy("round_robin")
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .build());
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    /** Adds who calls and until when. gRPC itself hands on what is left of the current call's deadline. */
    private record Introduced(CallCredentials token, Duration longest) implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            CallOptions introduced = options.withCallCredentials(token);
            return next.newCall(
                    method,
                    options.getDeadline() == null
                            ? introduced.withDeadlineAfter(longest.toNanos(), TimeUnit.NANOSECONDS)
                            : introduced);
        }
    }
}
