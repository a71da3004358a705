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

    /** Stores what became of it. */
    void storeAnswer(Objection objection);

    default Objection known(UUID id) {
        return find(id).orElseThrow(RankingRefusals::objectionUnknown);
    }
}
