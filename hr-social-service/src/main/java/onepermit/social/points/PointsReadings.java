package onepermit.social.points;

import java.util.Collection;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/** Asks what departments know. */
public interface PointsReadings {

    /** @param city whose permits and insurance count */
    Map<PersonKey, PointsReading> of(Collection<PersonKey> persons, DivisionCode city, RequestContext context);
}
