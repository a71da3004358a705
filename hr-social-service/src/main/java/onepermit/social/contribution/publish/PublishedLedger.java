package onepermit.social.contribution.publish;

import java.util.Collection;
import java.util.List;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.social.contribution.LedgerPublication;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.v1.ContributionYearFact;
import org.springframework.stereotype.Component;

/** {@code si.months}: months paid, never the base. */
@Component
class PublishedLedger implements LedgerPublication {
    private static final String DATASET = "si.months";

    private final Facts facts;

    PublishedLedger(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void posted(Collection<LedgerYear> years) {
        publish(years, "onepermit.contribution.ContributionPosted.v1");
    }

    @Override
    public void corrected(LedgerYear year) {
        publish(List.of(year), "onepermit.contribution.ContributionCorrected.v1");
    }

    private void publish(Collection<LedgerYear> years, String type) {
        facts.publish(years.stream()
                .map(year -> new FactChange(DATASET, year.key().person(), factId(year.key()), type, fact(year)))
                .toList());
    }

    private static String factId(LedgerYear.Key key) {
        return key.place().value() + "/" + key.kind() + "/" + key.year();
    }

    private static ContributionYearFact fact(LedgerYear year) {
        return ContributionYearFact.newBuilder()
                .setPlace(year.key().place().value())
                .setKind(year.key().kind().code())
                .setYear(year.key().year())
                .setPaid(year.paid().bits())
                .setBackPaid(year.backPaid().bits())
                .build();
    }
}
