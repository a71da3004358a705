package onepermit.permit.filing;

import java.time.LocalDate;

/**
 * What an officer did to an application that waited for one.
 *
 * @param officer subject of the token
 */
public record Ruling(Act act, String officer, String reason, String article, LocalDate on) {

    /** What can be done to it. */
    public enum Act {
        ACCEPT,
        REFUSE
    }
}
