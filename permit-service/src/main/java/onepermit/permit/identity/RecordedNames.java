package onepermit.permit.identity;

import java.util.Collection;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** The names on record. */
public interface RecordedNames {

    Optional<String> of(PersonKey person);

    /** Writes each person's name, in place of the one before. */
    void record(Collection<PersonName> names);
}
