package onepermit.exchange.identity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The working days of mainland China, from the table {@code identity/working-days.yaml}. Of a year that is not in the table only the
 * weekends are known: ask {@link #knows} before a date out of it is called certain.
 */
public final class WorkingDays {
    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    private WorkingDays(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> worked) {
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
    }

    public static WorkingDays load() {
        Map<Object, Map<?, ?>> years = Tables.map(Tables.read("/identity/working-days.yaml"), "years");
        Set<Integer> known = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        years.forEach((year, arrangement) -> {
            known.add((Integer) year);
            Tables.<Map<?, ?>>list(arrangement, "holidays").forEach(holiday -> addDays(off, holiday));
            Tables.<Date>list(arrangement, "worked").forEach(day -> worked.add(date(day)));
        });
        return new WorkingDays(known, off, worked);
    }

    private static void addDays(Set<LocalDate> days, Map<?, ?> holiday) {
        LocalDate last = date(Tables.require(holiday, "to"));
        date(Tables.require(holiday, "from")).datesUntil(last.plusDays(1)).forEach(days::add);
    }

    private static LocalDate date(Object yaml) {
        return ((Date) yaml).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    public boolean knows(int year) {
        return years.contains(year);
    }

    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !off.contains(day);
    }

    /** The n-th working day after the day. */
    public LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }

    /** So many calendar days after the day; when that is not worked, the next working day. */
    public LocalDate afterCalendarDays(LocalDate from, int days) {
        return onOrAfter(from.plusDays(days));
    }

    /** The day itself when it is worked, else the next working day. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorked(day) ? day : after(day, 1);
    }
}
