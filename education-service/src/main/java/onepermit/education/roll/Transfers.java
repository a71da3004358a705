package onepermit.education.roll;

import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** All transfers that wait for a release; a pupil has one at most. */
public interface Transfers {

    Optional<Transfer> of(PersonKey pupil);

    /** A later request takes the place of an earlier one. */
    void store(Transfer transfer);

    void remove(PersonKey pupil);
}
