package onepermit.education.ranking;

import onepermit.education.application.SchoolApplication;
import onepermit.exchange.v1.RequestContext;

/** What the owners of facts make of objections. */
public interface OwnersCorrections {

    /** Sends an objection to the owner of the fact; the same one may be sent again. */
    Sent send(UnsentObjection objection, SchoolApplication application);

    /** Where the correction of an objection stands, as far as is known here. */
    CorrectionState of(Objection objection, SchoolApplication application, RequestContext context);

    /** What came of sending. */
    sealed interface Sent {
        /** The owner has it under this id. */
        record Raised(String id) implements Sent {}

        /** The owner will say the same however often it is asked. */
        record Refused(String reason) implements Sent {}

        /** The owner could not be asked. */
        record Later(String cause) implements Sent {}
    }
}
