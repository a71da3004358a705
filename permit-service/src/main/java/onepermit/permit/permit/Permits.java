package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** The permits on record. */
public interface Permits {

    /** The permit of each person that has one: the latest that was not cancelled, else the latest. */
    List<ResidencePermit> current(Collection<PersonKey> persons);

    /** Those not cancelled and endorsed to no later a day, by number, after the given one; empty = from the first. */
    List<ResidencePermit> endorsedUpTo(LocalDate day, String after, int most);

    /** Of these, those issued in a division or inside it. */
    List<ResidencePermit> endorsedUpTo(DivisionCode division, LocalDate day, String after, int most);

    /** Writes permits; one of the same person and number is replaced. */
    void record(Collection<ResidencePermit> permits);

    /** A number no permit has; holds no personal data. */
    String nextNumber(DivisionCode division, int year);

    default Optional<ResidencePermit> current(PersonKey person) {
        return current(Set.of(person)).stream().findFirst();
    }
}
