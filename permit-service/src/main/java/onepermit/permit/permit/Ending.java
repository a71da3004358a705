package onepermit.permit.permit;

import java.time.LocalDate;

/**
 * That a permit ended.
 *
 * @param officer subject of the token; empty when a record of the department ended it
 * @param explanation of the officer, for the holder
 * @param article the officer relied on
 */
public record Ending(LocalDate on, EndingReason reason, String officer, String explanation, String article) {

    /** By a record of the department. */
    public static Ending byRecord(LocalDate on, EndingReason reason) {
        return new Ending(on, reason, "", "", "");
    }
}
