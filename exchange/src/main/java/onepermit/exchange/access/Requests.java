package onepermit.exchange.access;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.Status.Code;
import java.util.regex.Pattern;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestShape;
import onepermit.exchange.v1.RequestContext;

/** Checks requests against the rules of their method and of their contract. */
public final class Requests {
    private static final Context.Key<MethodRule> RULE = Context.key("rule");
    /** As {@code RequestContext} says. */
    private static final Pattern CASE_REF = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");

    private final RequestShape shape;
    private final RefusedAttempts refused;

    public Requests(RequestShape shape, RefusedAttempts refused) {
        this.shape = shape;
        this.refused = refused;
    }

    /**
     * For the handler of a stream whose messages wrap one question each (admission batches): checks the question as a
     * single call would have been.
     *
     * @throws onepermit.exchange.rpc.RefusalException what is wrong with this question
     */
    public void check(Message question) {
        check(RULE.get().on(question), Callers.current(), question);
    }

    void check(MethodRule rule, Caller caller, Message request) {
        try {
            if (rule.aboutPerson()) {
                ContextDemand.check(rule, request);
            }
        } catch (RefusalException e) {
            tell(e, rule, caller, rule.stated(request));
            throw e;
        }
        shape.check(request);
    }

    /** Of a refusal for want of a right; what is only wrong in the request is no attempt at anything. */
    void tell(RefusalException refusal, MethodRule rule, Caller caller, RequestContext context) {
        if (refusal.refusal().code() == Code.PERMISSION_DENIED) {
            refused.refused(
                    caller, rule.path(), wellFormed(context), refusal.refusal().reason());
        }
    }

    /** The purpose is refused before the rest is looked at, and what is no reference of a case may hold anything. */
    private static RequestContext wellFormed(RequestContext context) {
        return CASE_REF.matcher(context.getCaseRef()).matches()
                ? context
                : context.toBuilder().clearCaseRef().build();
    }

    static Context with(Context context, MethodRule rule) {
        return context.withValue(RULE, rule);
    }
}
