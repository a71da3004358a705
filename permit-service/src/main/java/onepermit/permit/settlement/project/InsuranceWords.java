package onepermit.permit.settlement.project;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import onepermit.exchange.decision.Bilingual;
import onepermit.permit.application.PaidMonths;
import onepermit.permit.settlement.Settler;
import onepermit.permit.settlement.project.Told.Here;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.InsuranceKind;

/** Months in a row in which all insurances that the rules name were paid in the city. */
final class InsuranceWords implements SettlerWords {
    private static final String MONTHS = "si.months";
    private static final String IN_STUDY = "si.inStudy";
    private static final String PREFIX = "INSURANCE_KIND_";

    @Override
    public String dataset() {
        return "si.months";
    }

    @Override
    public List<String> names() {
        return List.of(MONTHS, IN_STUDY);
    }

    @Override
    public void tell(Told told) {
        List<String> kinds = told.rules().insuranceKinds();
        List<Here<ContributionYearFact>> years = told.facts(ContributionYearFact.parser()).stream()
                .filter(here -> told.inCity(here.fact().getPlace()) && kinds.contains(kind(here.fact())))
                .toList();
        int[] evidence =
                told.evidence(years, year -> text(told, year), new Bilingual("在本市无缴费记录", "nothing paid in the city"));
        YearMonth on = YearMonth.from(told.settler().on());
        PaidMonths paid = new PaidMonths(allOf(kinds, years));
        int run = paid.monthsAgo(on) <= told.rules().arrearsMonths() ? paid.run(on) : 0;
        told.words().known(MONTHS, run, evidence);
        told.inStudy(IN_STUDY, study -> inStudy(paid, on, run, study), evidence);
    }

    private static long inStudy(PaidMonths paid, YearMonth on, int run, Settler.Study study) {
        YearMonth latest = paid.months().floor(on);
        return latest == null
                ? 0
                : LongStream.range(0, run)
                        .mapToObj(latest::minusMonths)
                        .filter(month -> study.holds(month.getYear() * 100 + month.getMonthValue()))
                        .count();
    }

    private static NavigableSet<YearMonth> allOf(List<String> kinds, List<Here<ContributionYearFact>> years) {
        Map<String, NavigableSet<YearMonth>> paid = new HashMap<>();
        years.forEach(here -> paid.computeIfAbsent(kind(here.fact()), kind -> new TreeSet<>())
                .addAll(MonthBits.months(here.fact().getYear(), here.fact().getPaid())));
        NavigableSet<YearMonth> all = new TreeSet<>(paid.getOrDefault(kinds.getFirst(), new TreeSet<>()));
        kinds.forEach(kind -> all.retainAll(paid.getOrDefault(kind, new TreeSet<>())));
        return all;
    }

    private static String kind(ContributionYearFact year) {
        InsuranceKind kind = InsuranceKind.forNumber(year.getKind());
        return kind == null ? "" : kind.name().substring(PREFIX.length());
    }

    private static Bilingual text(Told told, ContributionYearFact year) {
        String kind = kind(year);
        int months = Integer.bitCount(year.getPaid());
        return new Bilingual(
                year.getYear() + "年" + told.rules().set().zh(kind) + "缴费" + months + "个月",
                year.getYear() + " " + kind + ": " + months + " months");
    }
}
