package onepermit.health.vaccination.publish;

import java.util.Map;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.ImmunisationFact;
import onepermit.health.vaccination.Immunisation;
import onepermit.health.vaccination.ImmunisationPublication;
import org.springframework.stereotype.Component;

/** {@code immunisation.assessment}: what is still due, never what was given. */
@Component
class PublishedImmunisation implements ImmunisationPublication {
    private static final String DATASET = "immunisation.assessment";
    private static final String FACT_ID = "immunisation";
    private static final String TYPE = "onepermit.vaccination.ImmunisationRecorded.v1";

    private final Facts facts;

    PublishedImmunisation(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void changed(Map<PersonKey, Immunisation> immunisations) {
        facts.publish(immunisations.entrySet().stream()
                .map(entry -> new FactChange(DATASET, entry.getKey(), FACT_ID, TYPE, fact(entry.getValue())))
                .toList());
    }

    private static ImmunisationFact fact(Immunisation immunisation) {
        ImmunisationFact.Builder fact = ImmunisationFact.newBuilder().setSchedule(immunisation.schedule());
        immunisation
                .due()
                .forEach(dose -> fact.addDue(DueDose.newBuilder()
                        .setVaccine(dose.vaccine().code())
                        .setNumber(dose.number())
                        .setDueOn(Dates.toCode(dose.dueOn()))
                        .setLapsesOn(dose.lapsesOn().map(Dates::toCode).orElse(0))));
        return fact.build();
    }
}
