package onepermit.exchange.access;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import java.util.Optional;
import onepermit.exchange.rpc.CurrentRequest;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;

/** Token, role, and then every message: context and shape; the handler sees only what passed. */
public final class AccessCheck implements ServerInterceptor {
    private final Tokens tokens;
    private final MethodRules rules;
    private final Requests requests;

    public AccessCheck(Tokens tokens, MethodRules rules, Requests requests) {
        this.tokens = tokens;
        this.rules = rules;
        this.requests = requests;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<MethodRule> rule = rules.of(call.getMethodDescriptor());
        return rule.isEmpty() ? next.startCall(call, headers) : checked(rule.get(), call, headers, next);
    }

    private <Q, A> ServerCall.Listener<Q> checked(
            MethodRule rule, ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Caller caller = rule.open() ? Caller.ANYBODY : caller(rule, headers);
        CurrentRequest current = new CurrentRequest();
        Context context = Requests.with(Callers.with(Context.current(), caller), rule);
        if (call.getMethodDescriptor().getType() == MethodType.UNARY) {
            context = CurrentRequest.expected(context, current);
        }
        return new Checked<>(Contexts.interceptCall(context, call, headers, next), rule, caller, current);
    }

    private Caller caller(MethodRule rule, Metadata headers) {
        Caller caller = tokens.caller(headers);
        try {
            checkRole(rule, caller);
        } catch (RefusalException e) {
            requests.tell(e, rule, caller, RequestContext.getDefaultInstance());
            throw e;
        }
        return caller;
    }

    private static void checkRole(MethodRule rule, Caller caller) {
        if (!rule.roles().contains(caller.role())) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "ROLE",
                    "",
                    "role '" + caller.role() + "' may not call " + rule.method() + "; it takes "
                            + String.join(", ", rule.roles())));
        }
    }

    private final class Checked<Q> extends SimpleForwardingServerCallListener<Q> {
        private final MethodRule rule;
        private final Caller caller;
        private final CurrentRequest current;
        private RequestContext stated = RequestContext.getDefaultInstance();

        Checked(ServerCall.Listener<Q> handler, MethodRule rule, Caller caller, CurrentRequest current) {
            super(handler);
            this.rule = rule;
            this.caller = caller;
            this.current = current;
        }

        @Override
        public void onMessage(Q message) {
            if (!rule.checkedByHandler()) {
                requests.check(rule, caller, (Message) message);
                stated = rule.stated((Message) message);
            }
            current.arrived((Message) message);
            super.onMessage(message);
        }

        /** Where the handler of a unary call works. */
        @Override
        public void onHalfClose() {
            try {
                super.onHalfClose();
            } catch (RefusalException e) {
                requests.tell(e, rule, caller, stated);
                throw e;
            }
        }
    }
}
