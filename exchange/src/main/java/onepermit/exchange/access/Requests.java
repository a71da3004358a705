package onepermit.exchange.access;

import com.google.protobuf.Message;
import io.grpc.Context;
import onepermit.exchange.rpc.RequestShape;

/** Checks requests against the rules of their method and of their contract. */
public final class Requests {
    private static final Context.Key<MethodRule> RULE = Context.key("rule");

    private final RequestShape shape;

    public Requests(RequestShape shape) {
        this.shape = shape;
    }

    /**
     * For the handler of a stream whose messages wrap one question each (admission batches): checks the question as a
     * single call would have been.
     *
     * @throws onepermit.exchange.rpc.RefusalException what is wrong with this question
     */
    public void check(Message question) {
        check(RULE.get().on(question), question);
    }

    void check(MethodRule rule, Message request) {
        if (rule.aboutPerson()) {
            ContextDemand.check(rule, request);
        }
        shape.check(request);
    }

    static Context with(Context context, MethodRule rule) {
        return context.withValue(RULE, rule);
    }
}
