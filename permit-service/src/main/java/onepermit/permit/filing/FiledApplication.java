package onepermit.permit.filing;

import java.time.LocalDate;
import onepermit.permit.application.Due;

/**
 * An application for a permit.
 *
 * @param id its number, no personal data
 * @param version grows with every change
 */
public record FiledApplication(String id, long version, Filing filing, Standing standing) {

    public FilingState state() {
        return standing.state();
    }

    public boolean overdue(LocalDate today) {
        Due due = standing.due();
        return due != null && today.isAfter(due.on());
    }

    FiledApplication now(Standing next) {
        return new FiledApplication(id, version + 1, filing, next);
    }
}
