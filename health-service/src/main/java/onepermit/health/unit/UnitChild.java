package onepermit.health.unit;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;

/**
 * A child of a unit.
 *
 * @param number order of arrival at the unit
 * @param since first day of the residence in the unit's area
 */
public record UnitChild(long number, PersonKey key, LocalDate born, LocalDate since) {}
