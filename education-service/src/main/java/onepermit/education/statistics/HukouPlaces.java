package onepermit.education.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** Where persons have their hukou. */
public interface HukouPlaces {

    /** Of those of whom it is known for the day. */
    Map<PersonKey, DivisionCode> of(Collection<PersonKey> persons, LocalDate on);
}
