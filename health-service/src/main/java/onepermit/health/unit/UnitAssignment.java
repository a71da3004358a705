package onepermit.health.unit;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/**
 * Which unit cares for a child.
 *
 * @param unit code; empty = the division has none
 * @param division where the child lives
 * @param since first day of the residence there
 */
public record UnitAssignment(PersonKey child, Optional<String> unit, DivisionCode division, LocalDate since) {}
