package onepermit.gateway.edge;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import onepermit.exchange.access.Tokens;

/** The token of the call that an own service works for, verified at the door. */
public final class CallersToken implements ServerInterceptor {
    private static final Context.Key<String> KEY = Context.key("callers-token");

    /** To be exchanged for each department that is asked. */
    public static String current() {
        String token = KEY.get();
        if (token == null) {
            throw new IllegalStateException("not inside a call of an own service");
        }
        return token;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Context context =
                Context.current().withValue(KEY, Tokens.brought(headers).orElse(null));
        return Contexts.interceptCall(context, call, headers, next);
    }
}
