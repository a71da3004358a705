package onepermit.exchange.access;

import io.grpc.Status.Code;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** May this caller look here, for this purpose? Role and purposes of the method were checked before. */
public final class AccessGuard {
    private static final Set<String> BOUND_TO_NO_PLACE = Set.of("service", "operator", "integrator");

    /** @param asked the division whose people or places the request is about */
    public void check(Caller caller, RequestContext context, DivisionCode asked) {
        if (context.getPurpose() == Purpose.PURPOSE_UNSPECIFIED) {
            throw ContextDemand.purposeMissing("context");
        }
        if (!sameDivision(caller, asked)) {
            throw new RefusalException(
                    new Refusal(Code.PERMISSION_DENIED, "DIVISION", "division", text(caller, asked)));
        }
    }

    /** Does the caller's division hold the one asked for? */
    public boolean sameDivision(Caller caller, DivisionCode asked) {
        DivisionCode own = caller.division();
        return own == null ? BOUND_TO_NO_PLACE.contains(caller.role()) : own.contains(asked);
    }

    private static String text(Caller caller, DivisionCode asked) {
        DivisionCode own = caller.division();
        return own == null
                ? "the token names no division; ask the issuer for one with it"
                : "division " + asked.value() + " is not inside the caller's division " + own.value();
    }
}
