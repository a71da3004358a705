package onepermit.permit.application.project;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.social.v1.WageTaxYearFact;

/** Months with wage income tax in the city; social security keeps what the tax authority sends. */
final class TaxWords implements Words {
    private static final String PREFIX = "iit";

    @Override
    public String dataset() {
        return "iit.months";
    }

    @Override
    public List<String> names() {
        return MonthWords.names(PREFIX);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        YearMonth on = YearMonth.from(application.on());
        NavigableSet<YearMonth> taxed = new TreeSet<>();
        List<Integer> evidence = new ArrayList<>();
        for (FactRow row : reading.rows()) {
            WageTaxYearFact year = Reading.read(WageTaxYearFact.parser(), row);
            if (counts(year, application, on)) {
                NavigableSet<YearMonth> months = MonthWords.months(year.getYear(), year.getMonths());
                taxed.addAll(months);
                evidence.add(reading.evidence(row, text(MonthWords.text(months))));
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(reading.absence(reading.noneIn("无工资个人所得税记录", "no wage tax", application)));
        }
        MonthWords.tell(
                reading, PREFIX, taxed, on, evidence.stream().mapToInt(i -> i).toArray());
    }

    private static Bilingual text(String months) {
        return new Bilingual("工资个人所得税：" + months, "wage tax " + months);
    }

    private static boolean counts(WageTaxYearFact year, PermitApplication application, YearMonth on) {
        return CityOrCounty.of(new DivisionCode(year.getPlace())).equals(application.city())
                && MonthWords.recent(year.getYear(), on);
    }
}
