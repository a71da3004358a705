package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.redecision.WatchedCases;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Stores what a review found, or takes an application back; inside the owner's transaction. */
@Component
public final class HandInApplication {
    private final Filings filings;
    private final WatchedCases watched;

    HandInApplication(Filings filings, WatchedCases watched) {
        this.filings = filings;
        this.watched = watched;
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

    /** A fact has changed since the review before; false when the application has changed too. */
    boolean decidedAgain(FiledApplication asked, Review review, LocalDate on) {
        Optional<FiledApplication> current =
                filings.findForUpdate(asked.id()).filter(now -> now.version() == asked.version());
        current.ifPresent(now -> changed(now.now(now.standing().decidedAgain(review, on))));
        return current.isPresent();
    }

    /** What waits for evidence is reviewed again by itself; any other is decided again when a fact changes. */
    private FiledApplication store(FiledApplication application, Review review, LocalDate on) {
        FiledApplication now = changed(application.now(application.standing().reviewed(review, on)));
        if (!review.awaits()) {
            watched.decided(
                    RedecideApplication.KIND,
                    now.id(),
                    review.checked().decision(),
                    now.filing().persons(),
                    review.basis());
        }
        return now;
    }
}
