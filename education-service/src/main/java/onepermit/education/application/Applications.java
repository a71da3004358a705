package onepermit.education.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** All applications of the department. */
public interface Applications {

    Optional<SchoolApplication> find(String number);

    /** Nobody else changes it until the transaction ends. */
    Optional<SchoolApplication> lock(String number);

    /** Of a round in order of their numbers. */
    List<SchoolApplication> ofRound(String round);

    /**
     * A page of a round in order of their numbers.
     *
     * @param after number to begin behind; empty = from the beginning
     */
    List<SchoolApplication> page(String round, String after, int most);

    /** By number; those of the numbers that are known. */
    Map<String, PersonKey> children(Collection<String> numbers);

    /** @return false when the child has an application in this school year that was not withdrawn */
    boolean add(SchoolApplication application, int schoolYear);

    /** Stores what a new version says. */
    void store(SchoolApplication application);

    default SchoolApplication known(String number) {
        return find(number).orElseThrow(ApplicationRefusals::unknown);
    }

    default SchoolApplication locked(String number) {
        return lock(number).orElseThrow(ApplicationRefusals::unknown);
    }
}
