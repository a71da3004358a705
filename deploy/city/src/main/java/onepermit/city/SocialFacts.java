package onepermit.city;

import com.google.protobuf.MessageLite;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.WageTaxYearFact;

/** What social security publishes of a resident: months as bits, a year a fact. */
final class SocialFacts {
    private SocialFacts() {}

    static MessageLite employment(Resident person) {
        EmploymentFact.Builder fact = EmploymentFact.newBuilder();
        for (Job job : person.jobs()) {
            fact.addPeriods(EmploymentPeriod.newBuilder()
                    .setDivision(job.division())
                    .setFrom(CityFacts.code(job.from()))
                    .setTo(CityFacts.code(job.to()))
                    .setFlexible(job.flexible()));
        }
        return fact.build();
    }

    /** By fact id {@code <place>/<kind>/<year>}. */
    static Map<String, ContributionYearFact> contributions(Resident person) {
        Map<String, ContributionYearFact.Builder> years = new TreeMap<>();
        for (Cover cover : person.covers()) {
            for (String kind : cover.kinds()) {
                cover.months().forEach(month -> add(years, cover, kind, month));
            }
        }
        Map<String, ContributionYearFact> facts = new TreeMap<>();
        years.forEach((id, year) -> facts.put(id, year.build()));
        return facts;
    }

    private static void add(
            Map<String, ContributionYearFact.Builder> years, Cover cover, String kind, YearMonth month) {
        int number = InsuranceKind.valueOf("INSURANCE_KIND_" + kind).getNumber();
        ContributionYearFact.Builder year = years.computeIfAbsent(
                cover.place() + "/" + kind + "/" + month.getYear(),
                id -> ContributionYearFact.newBuilder()
                        .setPlace(cover.place())
                        .setKind(number)
                        .setYear(month.getYear()));
        year.setPaid(year.getPaid() | bit(month));
        if (cover.backPaid().contains(month)) {
            year.setBackPaid(year.getBackPaid() | bit(month));
        }
    }

    /** By fact id {@code <place>/<year>}. */
    static Map<String, WageTaxYearFact> wageTax(Resident person) {
        Map<String, WageTaxYearFact> facts = new TreeMap<>();
        for (Taxed taxed : person.taxed()) {
            taxed.months()
                    .forEach(month -> facts.merge(
                            taxed.place() + "/" + month.getYear(), year(taxed, month), SocialFacts::together));
        }
        return facts;
    }

    private static WageTaxYearFact year(Taxed taxed, YearMonth month) {
        return WageTaxYearFact.newBuilder()
                .setPlace(taxed.place())
                .setYear(month.getYear())
                .setMonths(bit(month))
                .build();
    }

    private static WageTaxYearFact together(WageTaxYearFact one, WageTaxYearFact other) {
        return one.toBuilder().setMonths(one.getMonths() | other.getMonths()).build();
    }

    private static int bit(YearMonth month) {
        return 1 << (month.getMonthValue() - 1);
    }
}
