package onepermit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The early life of one child: schools and vaccinations. */
final class Growing {
    /** Of the older ones only the school asks no more. */
    private static final LocalDate DOSES_OF_THOSE_BORN_FROM = LocalDate.of(2018, 9, 1);

    private final Dice dice;
    private final Origin origin;
    private final LocalDate birth;

    private Growing(Dice dice, Origin origin, LocalDate birth) {
        this.dice = dice;
        this.origin = origin;
        this.birth = birth;
    }

    static Resident of(Resident child, LocalDate birth, Dice dice, Origin origin) {
        Growing life = new Growing(dice, origin, birth);
        return child.grows(life.schooling(), life.doses());
    }

    /** First of September after the sixth birthday (Compulsory Education Law art. 11). */
    static LocalDate entry(LocalDate birth) {
        LocalDate sixth = birth.plusYears(6);
        LocalDate september = LocalDate.of(sixth.getYear(), 9, 1);
        return sixth.isBefore(september) ? september : september.plusYears(1);
    }

    private List<Schooling> schooling() {
        List<Schooling> all = new ArrayList<>();
        boolean publicSchool = !origin.migrant() || dice.chance(origin.town().inPublicSchools());
        LocalDate entry = entry(birth);
        attend(all, "PRIMARY", publicSchool, entry, 6);
        attend(all, "JUNIOR", publicSchool, entry.plusYears(6), 3);
        attend(all, dice.chance(0.6) ? "SENIOR" : "VOCATIONAL", true, entry.plusYears(9), 3);
        return all;
    }

    private void attend(List<Schooling> all, String stage, boolean publicSchool, LocalDate start, int years) {
        LocalDate end = start.plusYears(years).minusMonths(1).minusDays(1);
        LocalDate from = Calendar.later(start, origin.migrant() ? origin.arrival() : start);
        School school = School.of(origin.district(), stage, publicSchool, dice);
        if (Calendar.past(from) && from.isBefore(end)) {
            all.add(new Schooling(school, from, Calendar.past(end) ? end : null));
        }
    }

    private List<Given> doses() {
        if (birth.isBefore(DOSES_OF_THOSE_BORN_FROM) || dice.chance(0.01)) {
            return List.of();
        }
        int missedFrom = dice.chance(0.08) ? dice.between(4, 72) : Integer.MAX_VALUE;
        List<Given> doses = new ArrayList<>();
        for (Vaccines.Due due : Vaccines.schedule(birth)) {
            LocalDate given = due.on(birth).plusDays(dice.between(0, 25));
            if (due.months() < missedFrom && Calendar.past(given)) {
                doses.add(new Given(Vaccines.atSix(due, given), given, origin.district()));
            }
        }
        return doses;
    }
}
