package onepermit.gateway.edge;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import onepermit.exchange.rpc.House;
import onepermit.exchange.rpc.tls.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call in whose token the issuer signed, with a token for the department in its place; what the caller may do there, the
 * department says. A token met for the first time needs the issuer, so its call leaves the network's threads for a thread of its
 * own.
 */
final class TokenGate implements ServerInterceptor, ServerCallExecutorSupplier {
    private final Executor ownThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final TokenSwap tokens;

    TokenGate(TokenSwap tokens) {
        this.tokens = tokens;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (House.owns(call.getMethodDescriptor())) {
            tokens.swap(call.getMethodDescriptor(), headers, Peer.of(call));
        }
        return next.startCall(call, headers);
    }

    /** Null leaves the call on the network's threads. */
    @Override
    @SuppressWarnings("NullAway") // the contract of gRPC says null for "as usual"
    public <Q, A> @Nullable Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        return !House.owns(call.getMethodDescriptor()) || tokens.isQuick(call.getMethodDescriptor(), headers)
                ? null
                : ownThreads;
    }
}
