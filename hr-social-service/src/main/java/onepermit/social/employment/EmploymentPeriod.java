package onepermit.social.employment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.social.contribution.Employer;

/**
 * A period of employment.
 *
 * @param division of the workplace
 * @param to last day; empty = current
 * @param flexible self-employed or flexible work
 */
public record EmploymentPeriod(
        Employer employer, DivisionCode division, LocalDate from, Optional<LocalDate> to, boolean flexible) {
    static final Comparator<EmploymentPeriod> OLDEST_FIRST = Comparator.comparing(EmploymentPeriod::from)
            .thenComparing(EmploymentPeriod::employer)
            .thenComparing(period -> period.division().value());

    boolean covers(LocalDate day) {
        return !from.isAfter(day) && to.map(last -> !last.isBefore(day)).orElse(true);
    }
}
