package onepermit.permit.registration.publish;

import java.time.LocalDate;
import java.util.Collection;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidenceEvent;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.ResidenceFact;
import org.springframework.stereotype.Component;

@Component
class ResidenceFacts implements ResidencePublications {
    private static final String DATASET = "residence.registration";
    private static final String FACT_ID = "residence";

    private final Facts facts;

    ResidenceFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void changed(ResidenceEvent event, Collection<Residence> residences) {
        facts.publish(residences.stream()
                .map(residence -> new FactChange(DATASET, residence.person(), FACT_ID, type(event), fact(residence)))
                .toList());
    }

    @Override
    public long version(PersonKey person) {
        return facts.current(DATASET, person, FACT_ID).map(FactRow::version).orElse(0L);
    }

    private static String type(ResidenceEvent event) {
        return switch (event) {
            case RESIDENCE_REGISTERED -> "onepermit.residence.ResidenceRegistered.v1";
            case ADDRESS_CHANGED -> "onepermit.residence.AddressChanged.v1";
            case REGISTRATION_ENDED -> "onepermit.residence.RegistrationEnded.v1";
            case RESIDENCE_CORRECTED -> "onepermit.residence.ResidenceCorrected.v1";
            case RESIDENCE_RECORDED -> "onepermit.residence.ResidenceRecorded.v1";
        };
    }

    private static ResidenceFact fact(Residence residence) {
        ResidenceFact.Builder fact = ResidenceFact.newBuilder();
        residence.periods().forEach(period -> fact.addPeriods(published(period)));
        return fact.build();
    }

    private static AddressPeriod published(onepermit.permit.registration.AddressPeriod period) {
        LocalDate to = period.to();
        return AddressPeriod.newBuilder()
                .setDivision(period.division().value())
                .setKind(period.kind().code())
                .setFrom(Dates.toCode(period.from()))
                .setTo(to == null ? 0 : Dates.toCode(to))
                .build();
    }
}
