package onepermit.exchange.testing;

import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** Why tests look. */
public final class Contexts {
    public static final RequestContext ADMISSION = of(Purpose.PURPOSE_SCHOOL_ADMISSION);
    public static final RequestContext PENSION = of(Purpose.PURPOSE_PENSION);
    public static final RequestContext PERMIT = of(Purpose.PURPOSE_PERMIT_APPLICATION);

    private Contexts() {}

    public static RequestContext of(Purpose purpose) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef("TEST-1")
                .build();
    }
}
