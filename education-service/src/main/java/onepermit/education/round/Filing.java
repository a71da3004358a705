package onepermit.education.round;

import java.time.LocalDate;

/**
 * When applications are handed in.
 *
 * @param opens first day
 * @param closes last day
 * @param closed an officer has ended it
 */
public record Filing(LocalDate opens, LocalDate closes, boolean closed) {

    /** Refused before the first day and when it is over. */
    public void requireOpen(LocalDate today) {
        if (today.isBefore(opens)) {
            throw RoundRefusals.filingNotOpen(opens);
        }
        if (over(today)) {
            throw RoundRefusals.filingOver();
        }
    }

    public boolean over(LocalDate today) {
        return closed || today.isAfter(closes);
    }
}
