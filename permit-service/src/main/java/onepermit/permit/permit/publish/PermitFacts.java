package onepermit.permit.permit.publish;

import java.time.LocalDate;
import java.util.Collection;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.permit.permit.LapseRules;
import onepermit.permit.permit.PermitEvent;
import onepermit.permit.permit.PermitPublications;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.PermitFact;
import org.springframework.stereotype.Component;

@Component
class PermitFacts implements PermitPublications {
    private static final String DATASET = "permit.status";
    private static final String FACT_ID = "permit";

    private final Facts facts;
    private final LapseRules lapses;

    PermitFacts(Facts facts, LapseRules lapses) {
        this.facts = facts;
        this.lapses = lapses;
    }

    @Override
    public void changed(PermitEvent event, Collection<ResidencePermit> permits) {
        facts.publish(permits.stream()
                .map(permit -> new FactChange(DATASET, permit.person(), FACT_ID, type(event), fact(permit)))
                .toList());
    }

    @Override
    public long version(PersonKey person) {
        return facts.current(DATASET, person, FACT_ID).map(FactRow::version).orElse(0L);
    }

    private static String type(PermitEvent event) {
        return switch (event) {
            case PERMIT_ISSUED -> "onepermit.permit.PermitIssued.v1";
            case PERMIT_ENDORSED -> "onepermit.permit.PermitEndorsed.v1";
            case PERMIT_RESTORED -> "onepermit.permit.PermitRestored.v1";
            case PERMIT_REPLACED -> "onepermit.permit.PermitReplaced.v1";
            case PERMIT_CANCELLED -> "onepermit.permit.PermitCancelled.v1";
            case PERMIT_RECORDED -> "onepermit.permit.PermitRecorded.v1";
        };
    }

    private PermitFact fact(ResidencePermit permit) {
        LocalDate lapsesOn = permit.lapsesOn(lapses.of(permit.division()));
        LocalDate cancelled = permit.cancelledOn();
        return PermitFact.newBuilder()
                .setDivision(permit.division().value())
                .setPermitClass(permit.permitClass().name())
                .setIssuedOn(Dates.toCode(permit.issuedOn()))
                .setEndorsedTo(Dates.toCode(permit.endorsedTo()))
                .setYearsCountFrom(Dates.toCode(permit.yearsCountFrom()))
                .setCancelledOn(cancelled == null ? 0 : Dates.toCode(cancelled))
                .setLapsesOn(lapsesOn == null ? 0 : Dates.toCode(lapsesOn))
                .build();
    }
}
