package onepermit.health.familyplanning.publish;

import java.util.Collection;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.health.familyplanning.FamilyPlanning;
import onepermit.health.familyplanning.FamilyPlanningPublication;
import onepermit.health.v1.FamilyPlanningFact;
import org.springframework.stereotype.Component;

/** {@code fp.flag}: the boolean and nothing else. */
@Component
class PublishedFamilyPlanning implements FamilyPlanningPublication {
    private static final String DATASET = "fp.flag";
    private static final String FACT_ID = "fp";
    private static final String TYPE = "onepermit.familyplanning.FamilyPlanningRecorded.v1";

    private final Facts facts;

    PublishedFamilyPlanning(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void changed(Collection<FamilyPlanning> flags) {
        facts.publish(flags.stream().map(PublishedFamilyPlanning::change).toList());
    }

    private static FactChange change(FamilyPlanning flag) {
        FamilyPlanningFact fact =
                FamilyPlanningFact.newBuilder().setCompliant(flag.compliant()).build();
        return new FactChange(DATASET, flag.person().key(), FACT_ID, TYPE, fact);
    }
}
