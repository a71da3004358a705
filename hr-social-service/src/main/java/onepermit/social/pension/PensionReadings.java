package onepermit.social.pension;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/** Reads what is known of a person for a pension. */
public interface PensionReadings {

    PensionReading of(PersonKey person, RequestContext context);
}
