package onepermit.social.points;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** All filings. What changes them runs inside the caller's transaction, under the person's lock. */
public interface Filings {

    /** Adds a filing, or stores its next version. */
    void save(Filing filing);

    Optional<Filing> find(String id);

    /** The open filing of a person, else the one determined last. */
    Optional<Filing> latest(PersonKey person);

    /**
     * Open filings by due date, those without one last.
     *
     * @param today overdue ones alone when given
     * @param after id of the last one of the page before; empty = first page
     */
    List<Filing> open(DivisionCode division, Optional<LocalDate> today, String after, int size);

    int overdue(DivisionCode division, LocalDate today);
}
