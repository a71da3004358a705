package onepermit.permit.settlement.project;

import java.time.YearMonth;
import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.permit.settlement.project.Told.Here;
import onepermit.social.v1.WageTaxYearFact;

/** Months with wage tax in the city, of the 36 before the month of the day: what an officer who reviews tax may compare with. */
final class TaxWords implements SettlerWords {
    private static final String NAME = "tax.months36";
    private static final int MONTHS = 36;

    @Override
    public String dataset() {
        return "iit.months";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Told told) {
        YearMonth on = YearMonth.from(told.settler().on());
        YearMonth first = on.minusMonths(MONTHS);
        List<Here<WageTaxYearFact>> years = told.facts(WageTaxYearFact.parser()).stream()
                .filter(here -> told.inCity(here.fact().getPlace())
                        && here.fact().getYear() >= first.getYear()
                        && here.fact().getYear() <= on.getYear())
                .toList();
        int[] evidence =
                told.evidence(years, TaxWords::text, new Bilingual("在本市无工资个人所得税记录", "no wage tax in the city"));
        long taxed = years.stream()
                .flatMap(here ->
                        MonthBits.months(here.fact().getYear(), here.fact().getMonths()).stream())
                .filter(month -> !month.isBefore(first) && month.isBefore(on))
                .distinct()
                .count();
        told.words().known(NAME, taxed, evidence);
    }

    private static Bilingual text(WageTaxYearFact year) {
        int months = Integer.bitCount(year.getMonths());
        return new Bilingual(
                year.getYear() + "年工资个税" + months + "个月", year.getYear() + ": wage tax in " + months + " months");
    }
}
