package onepermit.education.ranking;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** What anyone may read today. */
@Service
public class PublishedLists {
    private final Rankings rankings;
    private final Clock clock;

    PublishedLists(Rankings rankings, Clock clock) {
        this.rankings = rankings;
        this.clock = clock;
    }

    /** Refused when none is published today. */
    public RankingList today(String round) {
        LocalDate today = LocalDate.now(clock);
        return rankings.latest(round).filter(list -> list.published(today)).orElseThrow(RankingRefusals::noList);
    }
}
