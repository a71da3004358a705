package onepermit.health.vaccination;

import onepermit.exchange.identity.PersonKey;

/** Reads what this department has published of a child: an assessment uses the fact that others see too. */
public interface ImmunisationReadings {

    ImmunisationReading of(PersonKey person);
}
