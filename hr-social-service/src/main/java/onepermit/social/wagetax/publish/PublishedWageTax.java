package onepermit.social.wagetax.publish;

import java.util.Collection;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.social.v1.WageTaxYearFact;
import onepermit.social.wagetax.TaxedYear;
import onepermit.social.wagetax.WageTaxPublication;
import org.springframework.stereotype.Component;

/** {@code iit.months}. */
@Component
class PublishedWageTax implements WageTaxPublication {
    private static final String DATASET = "iit.months";
    private static final String TYPE = "onepermit.wagetax.WageTaxMonthsRecorded.v1";

    private final Facts facts;

    PublishedWageTax(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void changed(Collection<TaxedYear> years) {
        facts.publish(years.stream().map(PublishedWageTax::change).toList());
    }

    private static FactChange change(TaxedYear year) {
        String place = year.place().value();
        WageTaxYearFact fact = WageTaxYearFact.newBuilder()
                .setPlace(place)
                .setYear(year.year())
                .setMonths(year.months())
                .build();
        return new FactChange(DATASET, year.person(), place + "/" + year.year(), TYPE, fact);
    }
}
