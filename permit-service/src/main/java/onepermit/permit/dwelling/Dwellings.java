package onepermit.permit.dwelling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** The dwellings on record. */
public interface Dwellings {

    /** The dwellings of each person, oldest first. */
    Map<PersonKey, List<Dwelling>> of(Collection<PersonKey> persons);

    /** Writes dwellings; one of the same person, division, kind, first day and register number is replaced. */
    void record(Collection<Dwelling> dwellings);
}
