package onepermit.health.birthservice;

import java.util.Collection;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/** Where persons have their hukou. */
public interface HukouPlaces {

    /** Of those of whom it is known. */
    Map<PersonKey, DivisionCode> of(Collection<PersonKey> persons, RequestContext context);
}
