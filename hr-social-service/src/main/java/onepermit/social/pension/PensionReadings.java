package onepermit.social.pension;

import onepermit.exchange.identity.PersonKey;

/** Reads what is known of a person for a pension. */
public interface PensionReadings {

    PensionReading of(PersonKey person);
}
