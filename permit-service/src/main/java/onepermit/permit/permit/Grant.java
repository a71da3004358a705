package onepermit.permit.permit;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;

/**
 * What a recorded decision allows: a permit of a division.
 *
 * @param decidedFor the day of application
 */
public record Grant(String decisionId, DivisionCode division, LocalDate decidedFor) {}
