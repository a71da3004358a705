package onepermit.exchange.testing;

import java.util.List;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** Looks of one officer in Siming. */
public final class Looks {
    public static final Caller OFFICER =
            new Caller("officer-1", "admission-officer", "education", new DivisionCode("350203"), "test");
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
            .setCaseRef("SM-2025-1")
            .build();

    private Looks() {}

    public static Look at(PersonKey... persons) {
        return new Look(
                OFFICER,
                CONTEXT,
                "onepermit.education.v1.AdmissionService/VerifyEligibility",
                List.of(persons),
                List.of("residence.registration", "si.months"));
    }
}
