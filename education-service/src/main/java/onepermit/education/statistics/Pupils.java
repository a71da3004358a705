package onepermit.education.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** Pupils of compulsory schooling. */
public interface Pupils {

    /** How many there are on a day, by division of the school; each pupil once. */
    Map<DivisionCode, Long> count(DivisionCode within, LocalDate on);

    /**
     * Each pupil once, in the order of their keys.
     *
     * @param after the last of the page before
     */
    List<Pupil> page(DivisionCode within, LocalDate on, Optional<PersonKey> after, int most);
}
