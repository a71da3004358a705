package onepermit.permit.application.project;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.InsuranceKind;

/** Months in which all five insurances were paid in the city, as social security has them. */
final class InsuranceWords implements Words {
    private static final List<InsuranceKind> FIVE = List.of(
            InsuranceKind.INSURANCE_KIND_PENSION,
            InsuranceKind.INSURANCE_KIND_MEDICAL,
            InsuranceKind.INSURANCE_KIND_UNEMPLOYMENT,
            InsuranceKind.INSURANCE_KIND_WORK_INJURY,
            InsuranceKind.INSURANCE_KIND_MATERNITY);
    private static final String PREFIX = "si";

    @Override
    public String dataset() {
        return "si.months";
    }

    @Override
    public List<String> names() {
        return MonthWords.names(PREFIX);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        YearMonth on = YearMonth.from(application.on());
        Map<InsuranceKind, NavigableSet<YearMonth>> paid = new EnumMap<>(InsuranceKind.class);
        List<Integer> evidence = new ArrayList<>();
        for (FactRow row : reading.rows()) {
            ContributionYearFact year = Reading.read(ContributionYearFact.parser(), row);
            if (counts(year, application, on)) {
                NavigableSet<YearMonth> months = MonthWords.months(year.getYear(), year.getPaid());
                paid.computeIfAbsent(kind(year), kind -> new TreeSet<>()).addAll(months);
                evidence.add(reading.evidence(row, text(reading, kind(year).name(), MonthWords.text(months))));
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(reading.absence(reading.noneIn("无缴费记录", "nothing paid", application)));
        }
        MonthWords.tell(
                reading,
                PREFIX,
                allFive(paid),
                on,
                evidence.stream().mapToInt(i -> i).toArray());
    }

    private static Bilingual text(Reading reading, String kind, String months) {
        return new Bilingual(reading.zh(kind) + "：" + months, kind + " " + months);
    }

    private static boolean counts(ContributionYearFact year, PermitApplication application, YearMonth on) {
        return CityOrCounty.of(new DivisionCode(year.getPlace())).equals(application.city())
                && MonthWords.recent(year.getYear(), on);
    }

    private static InsuranceKind kind(ContributionYearFact year) {
        InsuranceKind kind = InsuranceKind.forNumber(year.getKind());
        return kind == null ? InsuranceKind.UNRECOGNIZED : kind;
    }

    private static NavigableSet<YearMonth> allFive(Map<InsuranceKind, NavigableSet<YearMonth>> paid) {
        NavigableSet<YearMonth> all = new TreeSet<>(paid.getOrDefault(FIVE.getFirst(), new TreeSet<>()));
        FIVE.forEach(kind -> all.retainAll(paid.getOrDefault(kind, new TreeSet<>())));
        return all;
    }
}
