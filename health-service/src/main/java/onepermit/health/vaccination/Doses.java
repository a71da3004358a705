package onepermit.health.vaccination;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;

/** All doses given. */
public interface Doses {

    /** Adds doses, or updates where they were given; by person, vaccine and day. Returns whose record changed. */
    Set<PersonKey> add(Collection<RecordedDose> doses);

    /** By vaccine and day. */
    List<Dose> of(PersonKey person);

    /** Birth date and doses of each. */
    Map<PersonKey, VaccinationRecord> records(Collection<PersonKey> persons);

    /** Version of a person's record; 0 when nothing was ever recorded. */
    long version(PersonKey person);
}
