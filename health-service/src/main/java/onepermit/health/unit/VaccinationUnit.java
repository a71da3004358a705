package onepermit.health.unit;

import onepermit.exchange.identity.DivisionCode;

/**
 * A vaccination unit (接种单位).
 *
 * @param takesIn children who move into the division come to it
 */
public record VaccinationUnit(String code, String name, DivisionCode division, boolean takesIn) {}
