package onepermit.gateway.edge;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.House;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call in whose token the issuer signed; what the caller may do there, the department says. A token met for the
 * first time may need the issuer's keys, so its call leaves the network's threads for a thread of its own.
 */
final class TokenGate implements ServerInterceptor, ServerCallExecutorSupplier {
    private final Executor ownThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Tokens tokens;

    TokenGate(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (House.owns(call.getMethodDescriptor())) {
            tokens.caller(headers);
        }
        return next.startCall(call, headers);
    }

    /** Null leaves the call on the network's threads. */
    @Override
    @SuppressWarnings("NullAway") // the contract of gRPC says null for "as usual"
    public <Q, A> @Nullable Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        return !House.owns(call.getMethodDescriptor()) || tokens.remembers(headers) ? null : ownThreads;
    }
}
