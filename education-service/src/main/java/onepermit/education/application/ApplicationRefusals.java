package onepermit.education.application;

import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The refusals of this room, in one table. */
final class ApplicationRefusals {
    private ApplicationRefusals() {}

    static RefusalException unknown() {
        return new RefusalException(Refusal.notFound(
                "APPLICATION_UNKNOWN", "number", "no such application; expected e.g. 350203-2026-000001"));
    }

    static RefusalException applied() {
        return new RefusalException(Refusal.alreadyExists(
                "ALREADY_APPLIED",
                "child_id",
                "the child has an application in this school year; withdraw it first (Withdraw)"));
    }

    static RefusalException withdrawn() {
        return precondition("APPLICATION_WITHDRAWN", "the application was withdrawn; hand in another one");
    }

    static RefusalException nothingToReview(Standing standing) {
        return precondition(
                "NOTHING_TO_REVIEW", "the application is " + standing + "; only what NEEDS_REVIEW is settled");
    }

    static RefusalException notForRanking(String outcome) {
        return precondition(
                "NOT_FOR_RANKING",
                "the decision is " + outcome
                        + ": what is known does not meet a condition; have the fact corrected and verify again");
    }

    static RefusalException placeHeld() {
        return precondition(
                "PLACE_HELD", "the application holds a place or waits for one; give it back first (GiveBackPlace)");
    }

    static RefusalException tooManyPreferences(int most) {
        return invalid("PREFERENCES_TOO_MANY", "preferences", "expected at most " + most);
    }

    static RefusalException notInRound(int index) {
        return invalid("SCHOOL_NOT_IN_ROUND", "preferences[" + index + "]", "expected a school of the round");
    }

    static RefusalException schoolTwice(int index) {
        return invalid("SCHOOL_TWICE", "preferences[" + index + "]", "expected each school once");
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }

    private static RefusalException precondition(String reason, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, "number", text));
    }
}
