package onepermit.social.points;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.access.Caller;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Again;
import onepermit.exchange.redecision.Basis;
import onepermit.exchange.redecision.Redecidable;
import onepermit.exchange.redecision.WatchedCases;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scores a filing again when a fact has changed, as of the day of acceptance. A score that was fixed stands. */
@Component
public class RedecideScore implements Redecidable {
    private static final String KIND = "points";
    private static final Caller ITSELF =
            new Caller("hr-social-service", "service", "social", null, "hr-social-service");
    private static final String METHOD = "onepermit.social.v1.PointsService/ScorePoints";
    private static final List<String> DATASETS = List.of("points.standard", "si.months", "permit.status");

    private final ScorePoints score;
    private final Filings filings;
    private final ScoredFilings scored;
    private final FixedScores scores;
    private final WatchedCases watched;

    RedecideScore(ScorePoints score, Filings filings, ScoredFilings scored, FixedScores scores, WatchedCases watched) {
        this.score = score;
        this.filings = filings;
        this.scored = scored;
        this.scores = scores;
        this.watched = watched;
    }

    /** To be taken before the filing is scored. */
    public Basis basis(Filing filing) {
        return watched.basis(Set.of(filing.person()));
    }

    /** The filing was scored: from now on it is scored again when a fact changes. */
    @Transactional
    public void watch(Filing filing, LocalDate born, Decision decision, Basis basis) {
        scored.save(filing.id(), born);
        watched.decided(KIND, filing.id(), decision, Set.of(filing.person()), basis);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Again> again(String id, String decision) {
        return filings.find(id)
                .filter(filing -> filing.acceptance().isPresent())
                .filter(filing -> filing.open() || standsOn(filing, decision))
                .flatMap(filing -> scored.born(id).map(born -> scored(filing, born)));
    }

    /** Of a filing that was determined, the decision on which the score was fixed that stands. */
    private boolean standsOn(Filing filing, String decision) {
        return scores.of(filing.person())
                .filter(fixed -> fixed.decision().equals(decision))
                .isPresent();
    }

    private Again scored(Filing filing, LocalDate born) {
        RequestContext context = RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_POINTS)
                .setCaseRef(filing.id())
                .build();
        return new Again(
                score.score(filing, born, context).decision(),
                !filing.open(),
                filing.division(),
                new Look(ITSELF, context, METHOD, List.of(filing.person()), DATASETS),
                recorded -> filings.find(filing.id())
                        .filter(now -> now.version() == filing.version())
                        .isPresent());
    }
}
