package onepermit.permit.hukou.publish;

import java.time.LocalDate;
import java.util.Collection;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.permit.hukou.Hukou;
import onepermit.permit.hukou.HukouPublications;
import onepermit.permit.v1.HukouFact;
import org.springframework.stereotype.Component;

@Component
class HukouFacts implements HukouPublications {
    private final Facts facts;

    HukouFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void recorded(Collection<Hukou> hukous) {
        facts.publish(hukous.stream().map(HukouFacts::change).toList());
    }

    private static FactChange change(Hukou hukou) {
        LocalDate since = hukou.since();
        HukouFact payload = HukouFact.newBuilder()
                .setDivision(hukou.division().value())
                .setSince(since == null ? 0 : Dates.toCode(since))
                .build();
        return new FactChange("hukou.place", hukou.person(), "hukou", "onepermit.hukou.HukouRecorded.v1", payload);
    }
}
