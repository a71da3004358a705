package onepermit.permit.filing;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/** Whom an employer insures, as social security has it. */
public interface InsuredStaff {

    /** @param employer unified social credit code */
    Answer of(PersonKey person, String employer, LocalDate on, RequestContext context);

    /** Whether the person is on the employer's insurance. */
    enum Answer {
        STAFF,
        NOT_STAFF,
        /** Social security has not been heard of for too long, or does not share it. */
        UNKNOWN
    }
}
