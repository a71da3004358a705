package onepermit.permit.filing;

import java.time.LocalDate;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Stores what a review found, or takes an application back; inside the owner's transaction. */
@Component
public final class HandInApplication {
    private final Filings filings;

    HandInApplication(Filings filings) {
        this.filings = filings;
    }

    /** @param review of the application as it was when it had this etag */
    public FiledApplication reviewed(String id, String etag, Review review, LocalDate on) {
        return store(current(id, etag), review, on);
    }

    /** Of a draft, or one whose evidence was awaited; nothing when it has changed meanwhile. */
    public void reviewedAgain(FiledApplication asked, Review review, LocalDate on) {
        filings.findForUpdate(asked.id())
                .filter(now -> now.version() == asked.version())
                .ifPresent(now -> store(now, review, on));
    }

    public FiledApplication withdrawn(String id, String etag) {
        FiledApplication application = current(id, etag);
        if (!application.state().open()) {
            throw state(application, "one that has ended is not taken back");
        }
        return changed(application.now(application.standing().withdrawn()));
    }

    /** Locked, and as the caller has read it. */
    FiledApplication current(String id, String etag) {
        FiledApplication application = filings.findForUpdate(id).orElseThrow(HandInApplication::notFound);
        Etag.require(etag, application.version());
        return application;
    }

    FiledApplication changed(FiledApplication application) {
        filings.update(application);
        return application;
    }

    public static RefusalException notFound() {
        return new RefusalException(Refusal.notFound(
                "APPLICATION_NOT_FOUND", "application_id", "no application of this number at the caller's window"));
    }

    public static RefusalException state(FiledApplication application, String expected) {
        return new RefusalException(Refusal.failedPrecondition(
                "APPLICATION_STATE", "application_id", "the application is " + application.state() + "; " + expected));
    }

    public static void requireNotBefore(String field, LocalDate on, LocalDate earlier) {
        if (on.isBefore(earlier)) {
            throw new RefusalException(
                    Refusal.invalid("DATE_ORDER", field, on + " is too early; expected " + earlier + " or later"));
        }
    }

    private FiledApplication store(FiledApplication application, Review review, LocalDate on) {
        return changed(application.now(application.standing().reviewed(review, on)));
    }
}
