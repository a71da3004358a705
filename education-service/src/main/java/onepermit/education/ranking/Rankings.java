package onepermit.education.ranking;

import java.util.Optional;

/** All published rankings. */
public interface Rankings {

    /** The one of the highest generation. */
    Optional<RankingList> latest(String round);

    void add(RankingList list);
}
