package onepermit.social.points;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** The scores fixed last, one a person. What changes them runs inside the caller's transaction, under the person's lock. */
public interface FixedScores {

    void save(FixedScore score);

    Optional<FixedScore> of(PersonKey person);

    /**
     * A page of all scores, by person.
     *
     * @param after the last person of the page before; empty = first page
     */
    List<FixedScore> page(Optional<PersonKey> after, int size);
}
