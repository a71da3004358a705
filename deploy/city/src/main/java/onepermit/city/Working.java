package onepermit.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The working life of one adult: jobs, insurance with gaps and late payments, wage tax. */
final class Working {
    private static final int FIRMS = 2_000;

    private final Dice dice;
    private final Origin origin;
    private final LocalDate grownUp;
    private final LocalDate since;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Cover> covers = new ArrayList<>();
    private final List<Taxed> taxed = new ArrayList<>();

    private Working(Dice dice, Origin origin, LocalDate birth) {
        this.dice = dice;
        this.origin = origin;
        this.grownUp = birth.plusYears(18);
        this.since = Calendar.later(origin.arrival(), grownUp);
    }

    static Resident of(Resident adult, Dice dice, Origin origin, @Nullable Stay earlier) {
        Working life = new Working(dice, origin, Numbers.birth(adult.id()));
        if (earlier != null && life.grownUp.isBefore(earlier.from())) {
            life.paidElsewhere(earlier);
        }
        int thrown = dice.below(100);
        if (thrown < 78) {
            life.employed();
        } else if (thrown < 94) {
            life.flexible();
        }
        return adult.works(life.jobs, life.covers, life.taxed);
    }

    private void paidElsewhere(Stay earlier) {
        String pool = Town.ALL.stream()
                .filter(town -> town.districts().contains(earlier.division()))
                .findFirst()
                .orElseThrow()
                .pool();
        YearMonth last = YearMonth.from(origin.arrival()).minusMonths(1);
        covers.add(cover(pool, Cover.PENSION, firm(), YearMonth.from(earlier.from()), last));
    }

    private void employed() {
        LocalDate start = since.plusDays(dice.between(0, 60));
        LocalDate change = start.plusDays(dice.between(120, 900));
        if (!Calendar.past(start)) {
            return;
        }
        if (dice.chance(0.25) && Calendar.past(change)) {
            job(firm(), start, change);
            LocalDate next = change.plusDays(dice.chance(0.5) ? 1 : dice.between(31, 100));
            job(firm(), Calendar.earlier(next, Calendar.TODAY), null);
        } else {
            job(firm(), start, null);
        }
        if (dice.chance(0.04)) {
            secondJob(Calendar.later(start, Calendar.TODAY.minusDays(dice.between(60, 300))));
        }
        if (dice.chance(0.6)) {
            taxed.add(new Taxed(origin.town().pool(), recent(YearMonth.from(start), 7), Calendar.THIS_MONTH));
        }
    }

    private void job(String firm, LocalDate from, @Nullable LocalDate to) {
        jobs.add(new Job(firm, workplace(), from, to));
        insured(firm, YearMonth.from(from), to == null ? Calendar.THIS_MONTH : YearMonth.from(to));
    }

    /** Two employers at once pay the same months; that is one month of insurance. */
    private void secondJob(LocalDate from) {
        String firm = firm();
        jobs.add(new Job(firm, workplace(), from, null));
        covers.add(cover(origin.town().pool(), Cover.PENSION, firm, YearMonth.from(from), Calendar.THIS_MONTH));
    }

    /** Pension over the whole time; the others as far back as the decisions of the house look. */
    private void insured(String firm, YearMonth from, YearMonth to) {
        String pool = origin.town().pool();
        covers.add(cover(pool, Cover.PENSION, firm, from, to));
        recentCover(Cover.MEDICAL, firm, recent(from, 12), to);
        recentCover(Cover.WORKERS_ONLY, firm, recent(from, 6), to);
    }

    private void flexible() {
        YearMonth from = YearMonth.from(since).plusMonths(1);
        if (from.isAfter(Calendar.THIS_MONTH)) {
            return;
        }
        jobs.add(new Job(Job.FLEXIBLE, origin.district(), from.atDay(1), null));
        covers.add(cover(origin.town().pool(), Cover.PENSION, Job.FLEXIBLE, from, Calendar.THIS_MONTH));
        recentCover(Cover.MEDICAL, Job.FLEXIBLE, recent(from, 12), Calendar.THIS_MONTH);
    }

    private void recentCover(List<String> kinds, String firm, YearMonth from, YearMonth to) {
        if (!from.isAfter(to)) {
            covers.add(Cover.of(origin.town().pool(), kinds, firm, from, to));
        }
    }

    private Cover cover(String pool, List<String> kinds, String firm, YearMonth from, YearMonth to) {
        Set<YearMonth> unpaid = some(0.1, from, to);
        Set<YearMonth> backPaid = some(0.06, from, to);
        backPaid.removeAll(unpaid);
        long base = 100L * dice.between(3_500, 25_000);
        return new Cover(pool, kinds, firm, from, to, base, unpaid, backPaid, dice.chance(0.005));
    }

    /** One to three consecutive months of some of the people. */
    private Set<YearMonth> some(double share, YearMonth from, YearMonth to) {
        Set<YearMonth> months = new HashSet<>();
        if (dice.chance(share)) {
            YearMonth first = from.plusMonths(dice.between(1, 20));
            for (int i = dice.between(1, 3); i > 0; i--) {
                months.add(first.plusMonths(i));
            }
            months.removeIf(month -> !month.isBefore(to));
        }
        return months;
    }

    private static YearMonth recent(YearMonth from, int months) {
        return Calendar.later(from, Calendar.THIS_MONTH.minusMonths(months - 1));
    }

    private String workplace() {
        return dice.chance(0.6) ? origin.district() : dice.pick(origin.town().districts());
    }

    private String firm() {
        return Numbers.employer(dice.below(FIRMS));
    }
}
