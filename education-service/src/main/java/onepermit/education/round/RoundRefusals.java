package onepermit.education.round;

import java.time.LocalDate;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The refusals of this room, in one table. */
final class RoundRefusals {
    private RoundRefusals() {}

    static RefusalException unknown() {
        return new RefusalException(Refusal.notFound(
                "ROUND_UNKNOWN", "round", "no such round; expected <division>-<school year>, e.g. 350203-2026"));
    }

    static RefusalException open() {
        return new RefusalException(Refusal.alreadyExists(
                "ROUND_OPEN", "division", "the division has a round of this school year; read it (GetRound)"));
    }

    static RefusalException noProcedure() {
        return precondition(
                "PROCEDURE_UNKNOWN",
                "division",
                "the city has no procedure in admission/procedures.yaml; a round runs by a procedure that is written down");
    }

    static RefusalException days(LocalDate opens, LocalDate closes) {
        return invalid("FILING_DAYS", "closes", "expected a day from " + opens + " on, not " + closes);
    }

    static RefusalException schoolUnknown(int index) {
        return invalid("SCHOOL_UNKNOWN", field(index), "no school has this code; load the file of schools first");
    }

    static RefusalException schoolElsewhere(int index) {
        return invalid("SCHOOL_ELSEWHERE", field(index), "expected a primary school of the round's division");
    }

    static RefusalException schoolTwice(int index) {
        return invalid("SCHOOL_TWICE", field(index), "expected each school once");
    }

    static RefusalException filingNotOpen(LocalDate opens) {
        return precondition("FILING_NOT_OPEN", "round", "filing opens on " + opens);
    }

    static RefusalException filingOver() {
        return precondition("FILING_OVER", "round", "filing of this round is over");
    }

    private static String field(int index) {
        return "seats[" + index + "].school";
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }

    private static RefusalException precondition(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
