package onepermit.permit.dwelling.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.permit.dwelling.Dwelling;
import onepermit.permit.dwelling.DwellingPublications;
import onepermit.permit.v1.DwellingFact;
import org.springframework.stereotype.Component;

@Component
class DwellingFacts implements DwellingPublications {
    private final Facts facts;

    DwellingFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void changed(Map<PersonKey, List<Dwelling>> dwellings) {
        facts.publish(dwellings.entrySet().stream()
                .map(of -> new FactChange(
                        "dwelling",
                        of.getKey(),
                        "dwelling",
                        "onepermit.dwelling.DwellingRecorded.v1",
                        fact(of.getValue())))
                .toList());
    }

    private static DwellingFact fact(List<Dwelling> dwellings) {
        DwellingFact.Builder fact = DwellingFact.newBuilder();
        dwellings.forEach(dwelling -> fact.addDwellings(published(dwelling)));
        return fact.build();
    }

    private static onepermit.permit.v1.Dwelling published(Dwelling dwelling) {
        LocalDate to = dwelling.to();
        return onepermit.permit.v1.Dwelling.newBuilder()
                .setDivision(dwelling.division().value())
                .setKind(dwelling.kind().name())
                .setFrom(Dates.toCode(dwelling.from()))
                .setTo(to == null ? 0 : Dates.toCode(to))
                .setShareBp(dwelling.shareBp())
                .setUsage(dwelling.usage().name())
                .build();
    }
}
