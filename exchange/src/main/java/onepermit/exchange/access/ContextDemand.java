package onepermit.exchange.access;

import com.google.protobuf.Message;
import io.grpc.Status.Code;
import onepermit.exchange.identity.PersonalNumbers;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** The demand that a request about a person says why and for which case. */
final class ContextDemand {
    private ContextDemand() {}

    static void check(MethodRule rule, Message request) {
        String field = rule.contextField();
        RequestContext context = rule.context(request);
        if (context.getPurpose() == Purpose.PURPOSE_UNSPECIFIED) {
            throw purposeMissing(field);
        }
        if (context.getCaseRef().isBlank()) {
            throw new RefusalException(Refusal.invalid(
                    "CASE_REF_MISSING", field + ".case_ref", "say for which case, by its reference in your own files"));
        }
        requireNobody(field, context);
        if (context.getPurpose() != Purpose.UNRECOGNIZED && !rule.allows(context.getPurpose())) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "PURPOSE",
                    field + ".purpose",
                    context.getPurpose() + " is no purpose of this method; it takes "
                            + String.join(", ", rule.purposes())));
        }
    }

    /** The reference of a case is recorded as it is. */
    static void requireNobody(String field, RequestContext context) {
        if (PersonalNumbers.areIn(context.getCaseRef())) {
            throw new RefusalException(Refusal.invalid(
                    "CASE_REF_PERSONAL",
                    field + ".case_ref",
                    "this holds the number of a citizen; name the case by its reference in your own files"));
        }
    }

    static RefusalException purposeMissing(String field) {
        return new RefusalException(Refusal.invalid(
                "PURPOSE_MISSING", field + ".purpose", "say why, by a purpose of onepermit.exchange.v1.Purpose"));
    }
}
