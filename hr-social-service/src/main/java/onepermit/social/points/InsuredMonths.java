package onepermit.social.points;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onepermit.exchange.identity.DivisionCode;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.Payment;
import onepermit.social.employment.EmploymentPeriod;

/**
 * Months of employee pension insurance in a city, as points count them: paid in time, by the employer of the contract. A month is
 * held against nobody for a contract that was never reported.
 *
 * @param bases contribution base of each month that counts, fen
 */
record InsuredMonths(SortedMap<YearMonth, Long> bases, int backPaid, int otherPayer) {

    static InsuredMonths of(
            Collection<LedgerYear> ledger, List<EmploymentPeriod> contracts, DivisionCode city, YearMonth upTo) {
        SortedMap<YearMonth, Long> bases = new TreeMap<>();
        int backPaid = 0;
        int otherPayer = 0;
        SortedMap<YearMonth, List<Payment>> paid = paid(ledger, city);
        for (var month : paid.headMap(upTo.plusMonths(1)).entrySet()) {
            List<Payment> inTime =
                    month.getValue().stream().filter(p -> !p.backPaid()).toList();
            Optional<Long> base = inTime.stream()
                    .filter(payment -> ofContract(payment.employer(), month.getKey(), contracts))
                    .map(Payment::baseFen)
                    .max(Long::compare);
            base.ifPresent(fen -> bases.put(month.getKey(), fen));
            backPaid += inTime.isEmpty() ? 1 : 0;
            otherPayer += !inTime.isEmpty() && base.isEmpty() ? 1 : 0;
        }
        return new InsuredMonths(bases, backPaid, otherPayer);
    }

    private static SortedMap<YearMonth, List<Payment>> paid(Collection<LedgerYear> ledger, DivisionCode city) {
        SortedMap<YearMonth, List<Payment>> paid = new TreeMap<>();
        for (LedgerYear year : ledger) {
            if (year.key().kind() == InsuranceKind.PENSION
                    && city.contains(year.key().place())) {
                year.payments()
                        .forEach((Month month, Collection<Payment> payments) -> paid.computeIfAbsent(
                                        YearMonth.of(year.key().year(), month), m -> new ArrayList<>())
                                .addAll(payments));
            }
        }
        return paid;
    }

    private static boolean ofContract(Employer payer, YearMonth month, List<EmploymentPeriod> contracts) {
        if (payer.flexible()) {
            return false;
        }
        List<EmploymentPeriod> then =
                contracts.stream().filter(period -> within(period, month)).toList();
        return then.isEmpty()
                || then.stream().anyMatch(period -> period.employer().equals(payer));
    }

    private static boolean within(EmploymentPeriod period, YearMonth month) {
        return !period.from().isAfter(month.atEndOfMonth())
                && period.to().map(last -> !last.isBefore(month.atDay(1))).orElse(true);
    }

    /** In percent of the city's average wage of the year before, of the months paid in so many months before a month; empty when one cannot be compared. */
    Optional<List<Long>> percents(int months, YearMonth before, PointsRules rules) {
        List<Long> percents = new ArrayList<>(months);
        for (var month : bases.subMap(before.minusMonths(months), before).entrySet()) {
            Optional<Long> average = rules.averageWage(month.getKey().atDay(1));
            if (average.isEmpty()) {
                return Optional.empty();
            }
            percents.add(month.getValue() / average.get());
        }
        return Optional.of(percents);
    }
}
