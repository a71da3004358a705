package onepermit.health.vaccination.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.health.v1.ImmunisationFact;
import onepermit.health.vaccination.DueDose;
import onepermit.health.vaccination.Immunisation;
import onepermit.health.vaccination.ImmunisationReading;
import onepermit.health.vaccination.ImmunisationReadings;
import onepermit.health.vaccination.Vaccine;
import org.springframework.stereotype.Component;

/** The own fact {@code immunisation.assessment}. */
@Component
class OwnImmunisation implements ImmunisationReadings {
    private final FactReader facts;

    OwnImmunisation(FactReader facts) {
        this.facts = facts;
    }

    @Override
    public ImmunisationReading of(PersonKey person) {
        Finding finding = facts.readOwn(List.of(person)).find(person, "immunisation.assessment");
        return new ImmunisationReading(
                finding,
                finding.rows().stream()
                        .findFirst()
                        .map(fact -> new ImmunisationReading.Known(immunisation(fact), fact)));
    }

    private static Immunisation immunisation(FactRow fact) {
        try {
            ImmunisationFact payload = ImmunisationFact.parseFrom(fact.payload());
            return new Immunisation(
                    payload.getSchedule(),
                    payload.getDueList().stream().map(OwnImmunisation::due).toList());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + fact.dataset() + " cannot be read", e);
        }
    }

    private static DueDose due(onepermit.health.v1.DueDose dose) {
        return new DueDose(
                Vaccine.of(dose.getVaccine()).orElseThrow(),
                dose.getNumber(),
                Dates.fromCode(dose.getDueOn()),
                Optional.of(dose.getLapsesOn()).filter(code -> code != 0).map(Dates::fromCode));
    }
}
