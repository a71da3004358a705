package onepermit.education.roll;

import io.grpc.Status;
import java.time.LocalDate;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The refusals of this room, in one table. */
final class RollRefusals {
    private RollRefusals() {}

    static RefusalException onThisRoll() {
        return refused(Status.Code.ALREADY_EXISTS, "ALREADY_ON_ROLL", "school", "the pupil is on this school's roll");
    }

    static RefusalException onAnotherRoll() {
        return refused(
                Status.Code.ALREADY_EXISTS,
                "ON_ANOTHER_ROLL",
                "school",
                "the pupil is on another school's roll; that school ends it first (Leave)");
    }

    static RefusalException onNoRoll() {
        return refused(Status.Code.FAILED_PRECONDITION, "ON_NO_ROLL", "citizen_id", "the pupil is on no school's roll");
    }

    static RefusalException noTransfer() {
        return refused(
                Status.Code.FAILED_PRECONDITION,
                "NO_TRANSFER",
                "citizen_id",
                "no school has asked for the pupil (RequestTransfer)");
    }

    static RefusalException overlaps() {
        return invalid("ROLL_OVERLAPS", "from", "lies in an earlier period on a roll; expected a later day");
    }

    static RefusalException leftBeforeEntry(LocalDate from) {
        return invalid("LEFT_BEFORE_ENTRY", "to", "the period began on " + from + "; expected that day or later");
    }

    static RefusalException schoolUnknown() {
        return invalid("SCHOOL_UNKNOWN", "school", "no school has this code; load the file of schools first");
    }

    static RefusalException otherStage(String stage) {
        return invalid("STAGE_MISMATCH", "stage", "the school's stage is " + stage);
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }

    private static RefusalException refused(Status.Code code, String reason, String field, String text) {
        return new RefusalException(new Refusal(code, reason, field, text));
    }
}
