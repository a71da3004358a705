package onepermit.social.employment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.EmployerMonths;
import onepermit.social.contribution.MonthRun;

/** Employment as contributions prove it. */
final class InsuredPeriods {
    /**
     * A month is posted in the month after it at the latest, and posting takes days: until then nobody becomes jobless. The end is a
     * date like any other, so the fact does not change by time alone.
     */
    private static final int MONTHS_OF_GRACE = 2;

    private InsuredPeriods() {}

    static Stream<EmploymentPeriod> of(Collection<EmployerMonths> months) {
        return months.stream()
                .collect(Collectors.groupingBy(of -> new Job(of.employer(), of.place())))
                .entrySet()
                .stream()
                .flatMap(job -> job.getKey().periods(paid(job.getValue())));
    }

    private static SortedSet<YearMonth> paid(List<EmployerMonths> months) {
        return months.stream().flatMap(of -> of.paid().of(of.year())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Work for one employer, insured at one place. */
    private record Job(Employer employer, DivisionCode place) {

        Stream<EmploymentPeriod> periods(SortedSet<YearMonth> paid) {
            List<MonthRun> insured = new ArrayList<>();
            for (MonthRun run : MonthRun.runs(paid)) {
                MonthRun last = insured.isEmpty() ? null : insured.getLast();
                if (last != null && !run.from().isAfter(last.to().plusMonths(MONTHS_OF_GRACE + 1))) {
                    insured.set(insured.size() - 1, new MonthRun(last.from(), run.to()));
                } else {
                    insured.add(run);
                }
            }
            return insured.stream().map(this::period);
        }

        private EmploymentPeriod period(MonthRun run) {
            return new EmploymentPeriod(
                    employer,
                    place,
                    run.from().atDay(1),
                    Optional.of(run.to().plusMonths(MONTHS_OF_GRACE).atEndOfMonth()),
                    employer.flexible());
        }
    }
}
