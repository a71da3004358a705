package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/** The applications on record. */
public interface Filings {

    Optional<FiledApplication> find(String id);

    /** Locks it for the transaction. */
    Optional<FiledApplication> findForUpdate(String id);

    /** The application of a person under way. */
    Optional<FiledApplication> openOf(PersonKey applicant);

    /** Accepted ones of a decision, locked. */
    Optional<FiledApplication> acceptedOn(String decisionId);

    void add(FiledApplication application);

    /** Writes how far it has come. */
    void update(FiledApplication application);

    /** A number no application has; holds no personal data. */
    String nextId(DivisionCode division, int year);

    /** By number. */
    List<FiledApplication> list(Listing asked);

    /** Those that wait for evidence, by number, after the given one; empty = from the first. */
    List<FiledApplication> waiting(String after, int most);

    /** How many are past their last day. */
    long overdue(LocalDate today);

    /**
     * Which applications to list.
     *
     * @param overdueOn only those past their last day on this day; null = all
     * @param after number of the last one listed before; empty = from the first
     */
    record Listing(
            DivisionCode division,
            Set<FilingState> states,
            @Nullable LocalDate overdueOn,
            String after,
            int most) {}
}
