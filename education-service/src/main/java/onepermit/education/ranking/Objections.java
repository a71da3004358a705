package onepermit.education.ranking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All objections. */
public interface Objections {

    Optional<Objection> find(UUID id);

    /** Of a round, oldest first. */
    List<Objection> ofRound(String round);

    void add(Objection objection);

    /** Adds one that its owner is to hear of; who is meant lies sealed until then. */
    void addUnsent(UnsentObjection objection);

    /** Those that their owners have not heard of, oldest first. */
    List<UnsentObjection> unsent(int most);

    /** The owner has heard of it, and who is meant is forgotten. */
    void storeSent(UUID id, Objection.AtOwner correction);

    /** Stores what became of it. */
    void storeAnswer(Objection objection);

    default Objection known(UUID id) {
        return find(id).orElseThrow(RankingRefusals::objectionUnknown);
    }
}
