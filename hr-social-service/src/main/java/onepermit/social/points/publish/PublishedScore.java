package onepermit.social.points.publish;

import java.util.List;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.social.points.FixedScore;
import onepermit.social.points.ScorePublication;
import onepermit.social.v1.StandardScoreFact;
import org.springframework.stereotype.Component;

/** {@code points.standard}: whether the standard is reached and how long that stands, never the points. */
@Component
class PublishedScore implements ScorePublication {
    private static final String DATASET = "points.standard";
    private static final String FACT_ID = "standard";

    private final Facts facts;

    PublishedScore(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void determined(FixedScore score) {
        publish(score, "onepermit.points.PointsScored.v1");
    }

    @Override
    public void lapsed(FixedScore score) {
        publish(score, "onepermit.points.PointsLapsed.v1");
    }

    private void publish(FixedScore score, String type) {
        facts.publish(List.of(new FactChange(DATASET, score.person(), FACT_ID, type, fact(score))));
    }

    private static StandardScoreFact fact(FixedScore score) {
        return StandardScoreFact.newBuilder()
                .setStandardReached(score.standardReached())
                .setDeterminedOn(Dates.toCode(score.determinedOn()))
                .setStandsUntil(Dates.toCode(score.standsUntil()))
                .build();
    }
}
