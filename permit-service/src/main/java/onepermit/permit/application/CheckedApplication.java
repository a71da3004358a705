package onepermit.permit.application;

import java.time.LocalDate;
import onepermit.exchange.v1.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What came of an application.
 *
 * @param decision body, not yet recorded
 * @param issueDue last day on which the permit is issued if the application is accepted on its day; null when no rule says so
 * @param feeFen 0 for a first permit (Decree 663 art. 21)
 */
public record CheckedApplication(
        Decision decision, @Nullable LocalDate issueDue, long feeFen) {}
