package onepermit.permit.registration;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;

/** The residences on record. */
public interface Residences {

    /** The residence of each person, in no order; without periods when the person was never registered. */
    List<Residence> of(Collection<PersonKey> persons);

    /** Writes periods; one of the same person, division, kind and first day is replaced. */
    void record(Collection<PeriodOf> periods);

    /** Takes a period away that should never have been on record. */
    void remove(PeriodOf period);

    default Residence of(PersonKey person) {
        return of(Set.of(person)).getFirst();
    }
}
