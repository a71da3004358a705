package onepermit.education.round;

import java.util.Optional;

/** All rounds of the department. */
public interface Rounds {

    Optional<AdmissionRound> find(String id);

    /** Nobody else changes the round or anything of it until the transaction ends. */
    Optional<AdmissionRound> lock(String id);

    /** @return false when the division has a round of this school year */
    boolean add(AdmissionRound round);

    /** Stores the end of the filing and the version. */
    void storeFiling(AdmissionRound round);

    /** The next number of an application in a locked round, from 1. */
    int nextNumber(String id);

    default AdmissionRound known(String id) {
        return find(id).orElseThrow(RoundRefusals::unknown);
    }

    default AdmissionRound locked(String id) {
        return lock(id).orElseThrow(RoundRefusals::unknown);
    }
}
