package onepermit.exchange.access;

import io.grpc.Status.Code;
import java.util.Collection;
import java.util.Set;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * May this caller look here, for this purpose? Role and purposes of the method were checked before. Everything is looked up in memory.
 */
public final class AccessGuard {
    private static final Set<String> BOUND_TO_NO_PLACE = Set.of("service", "operator", "integrator");
    private static final String NO_DIVISION = "the token names no division; ask the issuer for one with it";

    private final String department;
    private final @Nullable AgreementBook agreements;

    /** @param agreements null where there are no datasets */
    public AccessGuard(String department, @Nullable AgreementBook agreements) {
        this.department = department;
        this.agreements = agreements;
    }

    /**
     * For what an officer asks or does in a division: it is checked before anything about a person is read.
     *
     * @param asked the division that the request names
     */
    public void check(Caller caller, RequestContext context, DivisionCode asked) {
        if (context.getPurpose() == Purpose.PURPOSE_UNSPECIFIED) {
            throw ContextDemand.purposeMissing("context");
        }
        ContextDemand.requireNobody("context", context);
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

    /**
     * For what is on record about a person: is one of the divisions that the record names inside the caller's? One that is not
     * looks like none at all, in code, text and work done (ADR 0024), so this is asked after the reading and decides what is shown.
     */
    public boolean owns(Caller caller, Collection<DivisionCode> divisions) {
        if (!BOUND_TO_NO_PLACE.contains(caller.role())) {
            seat(caller);
        }
        return divisions.stream().anyMatch(division -> sameDivision(caller, division));
    }

    /** Where the officer works, whoever is asked for; the rules of this division apply where a request names none. */
    public static DivisionCode seat(Caller caller) {
        DivisionCode division = caller.division();
        if (division == null) {
            throw new RefusalException(new Refusal(Code.PERMISSION_DENIED, "DIVISION", "division", NO_DIVISION));
        }
        return division;
    }

    /** For a method that tells officers of other departments, too, what is in a dataset of this one. */
    public void checkAgreed(Caller caller, RequestContext context, String dataset) {
        if (!agreed(caller, context, dataset)) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "NOT_AGREED",
                    "context",
                    "no agreement in force gives " + dataset + " to " + caller.department() + " for "
                            + context.getPurpose()));
        }
    }

    /** Whether an agreement in force gives this department another's dataset for the purpose. */
    public boolean reads(String dataset, RequestContext context) {
        return agreements != null
                && agreements.given(department, context.getPurpose()).containsKey(dataset);
    }

    private boolean agreed(Caller caller, RequestContext context, String dataset) {
        boolean own = caller.department().equals(department)
                || caller.department().isEmpty() && !caller.role().equals("service");
        return own
                || agreements != null
                        && agreements
                                .given(caller.department(), context.getPurpose())
                                .containsKey(dataset);
    }

    private static String text(Caller caller, DivisionCode asked) {
        DivisionCode own = caller.division();
        return own == null
                ? NO_DIVISION
                : "division " + asked.value() + " is not inside the caller's division " + own.value();
    }
}
