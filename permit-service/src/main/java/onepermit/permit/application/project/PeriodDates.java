package onepermit.permit.application.project;

import java.time.LocalDate;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.application.Stay;

/** Periods as facts carry them. */
final class PeriodDates {
    private PeriodDates() {}

    /** @param to yyyymmdd; 0 = open */
    static Stay stay(String division, int from, int to) {
        LocalDate end = to == 0 ? null : Dates.fromCode(to);
        return new Stay(new DivisionCode(division), Dates.fromCode(from), end);
    }
}
