package onepermit.education.admission.project;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.education.admission.Answer;
import onepermit.education.admission.PaidByKind;
import onepermit.education.admission.Place;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import onepermit.social.v1.InsuranceKind;

/** What social security's facts mean for an admission. */
final class SocialSecurity {
    private SocialSecurity() {}

    static Answer<Place> work(Witness witness) {
        Finding finding = witness.find("employment.current");
        List<Stay> stays = new ArrayList<>();
        for (EmploymentFact fact : Witness.payloads(finding, EmploymentFact.parser())) {
            for (EmploymentPeriod period : fact.getPeriodsList()) {
                witness.addInCity(stays, period.getDivision(), period.getFrom(), period.getTo());
            }
        }
        int day = Dates.toCode(witness.terms().reckoning());
        Place place = new Place(Covered.months(stays, witness.terms().reckoning()), Stay.divisionAt(stays, day));
        return witness.answer(finding, place, text(witness, place));
    }

    private static Bilingual text(Witness witness, Place place) {
        String zh = "务工" + place.months() + "个月，";
        String en = place.months() + " months, ";
        return place.division().isEmpty()
                ? new Bilingual(zh + "目前无就业登记", en + "none now")
                : new Bilingual(zh + "目前在" + witness.zh(place.division()), en + "now in " + place.division());
    }

    /** Months are told by the pension insurance, which every insured person has, flexible workers too. */
    static Answer<Integer> insurance(Witness witness) {
        Finding finding = witness.find("si.months");
        YearMonth reckoning = YearMonth.from(witness.terms().reckoning());
        PaidMonths paid = new PaidMonths(reckoning);
        List<FactRow> rows = new ArrayList<>(finding.rows().size());
        for (FactRow row : finding.rows()) {
            ContributionYearFact year = Witness.payload(row, ContributionYearFact.parser());
            if (counts(year, witness)) {
                paid.add(year.getYear(), year.getPaid());
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(FactRow::factId)); // rows come in no order, evidence has one
        int months = paid.uninterrupted(witness.terms().arrearsMonths());
        return witness.answer(finding, rows, months, paidUpTo(months, reckoning));
    }

    private static Bilingual paidUpTo(int months, YearMonth reckoning) {
        return new Bilingual("截至" + reckoning + "连续缴费" + months + "个月", months + " months up to " + reckoning);
    }

    /** Each insurance for itself, whether or not its months are in a row. */
    static Answer<PaidByKind> paidByKind(Witness witness) {
        Finding finding = witness.find("si.months");
        Map<Integer, PaidMonths> byKind = new HashMap<>();
        List<FactRow> rows = new ArrayList<>(finding.rows().size());
        for (FactRow row : finding.rows()) {
            ContributionYearFact year = Witness.payload(row, ContributionYearFact.parser());
            if (witness.inCity(year.getPlace())) {
                byKind.computeIfAbsent(
                                year.getKind(),
                                kind -> new PaidMonths(
                                        YearMonth.from(witness.terms().reckoning())))
                        .add(year.getYear(), year.getPaid());
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(FactRow::factId)); // rows come in no order, evidence has one
        PaidByKind paid = new PaidByKind(
                total(byKind, InsuranceKind.INSURANCE_KIND_PENSION),
                total(byKind, InsuranceKind.INSURANCE_KIND_MEDICAL),
                total(byKind, InsuranceKind.INSURANCE_KIND_UNEMPLOYMENT),
                total(byKind, InsuranceKind.INSURANCE_KIND_WORK_INJURY),
                total(byKind, InsuranceKind.INSURANCE_KIND_MATERNITY));
        return witness.answer(finding, rows, paid, paid(paid));
    }

    private static int total(Map<Integer, PaidMonths> byKind, InsuranceKind kind) {
        PaidMonths paid = byKind.get(kind.getNumber());
        return paid == null ? 0 : paid.total();
    }

    private static Bilingual paid(PaidByKind paid) {
        return new Bilingual(
                "养老%d、医疗%d、失业%d、工伤%d、生育%d个月"
                        .formatted(
                                paid.pension(), paid.medical(), paid.unemployment(), paid.injury(), paid.maternity()),
                "months: pension %d, medical %d, unemployment %d, work injury %d, maternity %d"
                        .formatted(
                                paid.pension(), paid.medical(), paid.unemployment(), paid.injury(), paid.maternity()));
    }

    private static boolean counts(ContributionYearFact year, Witness witness) {
        return year.getKind() == InsuranceKind.INSURANCE_KIND_PENSION_VALUE
                && year.getYear() <= witness.terms().reckoning().getYear()
                && witness.inCity(year.getPlace());
    }
}
