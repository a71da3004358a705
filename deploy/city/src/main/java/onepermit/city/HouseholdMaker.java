package onepermit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes one household from its number alone, so that any of them can be made again without the others. */
final class HouseholdMaker {
    static final int MOST_MEMBERS = 5;

    private final long number;
    private final Dice dice;
    private final Origin origin;
    private final Dwellings dwellings;
    private final String surname;
    private final List<Resident> members = new ArrayList<>();
    private final List<Kin> kin = new ArrayList<>();

    private HouseholdMaker(long seed, long number) {
        this.number = number;
        this.dice = new Dice(seed, number);
        this.origin = Origin.of(dice);
        this.dwellings = new Dwellings(dice, origin, number);
        this.surname = Names.surname(dice);
    }

    static Household make(long seed, long number) {
        HouseholdMaker maker = new HouseholdMaker(seed, number);
        maker.people();
        return new Household(
                maker.origin.town(), maker.origin.district(), maker.origin.migrant(), maker.members, maker.kin);
    }

    private void people() {
        int thrown = dice.below(100);
        if (thrown < 30) {
            adult(dice.chance(0.55), dice.between(20, 58), false);
        } else if (thrown < 45) {
            couple(0);
        } else if (thrown < 78) {
            couple(1);
        } else if (thrown < 93) {
            couple(2);
        } else if (thrown < 98) {
            family(List.of(dice.chance(0.3)), 1);
        } else {
            couple(1);
            elder();
        }
    }

    private void couple(int children) {
        family(List.of(true, false), children);
    }

    private void family(List<Boolean> parentsAreMen, int children) {
        int age = dice.between(25, 46);
        for (boolean man : parentsAreMen) {
            adult(man, age, children > 0);
        }
        boolean inTheBooks = dice.chance(0.98);
        for (int i = 0; i < children; i++) {
            Resident child = child(dice.between(0, Math.min(17, age - 22)));
            for (int p = 0; p < parentsAreMen.size() && inTheBooks; p++) {
                kin.add(new Kin(child.id(), members.get(p).id(), parentsAreMen.get(p) ? "FATHER" : "MOTHER"));
            }
        }
    }

    private void adult(boolean man, int age, boolean parent) {
        LocalDate birth = birth(age);
        Resident person = person(man, birth, members.isEmpty() ? surname : Names.surname(dice));
        Resident settled = settle(person, members.size() < 2 ? members.size() : 0, true);
        Resident working = Working.of(settled, dice, origin, dwellings.earlier());
        members.add(parent && origin.migrant() ? working.planned(!dice.chance(0.03)) : working);
    }

    private void elder() {
        LocalDate birth = birth(dice.between(61, 78));
        members.add(settle(person(dice.chance(0.4), birth, surname), 0, false));
    }

    private Resident child(int age) {
        LocalDate birth = birth(age);
        Resident person = settle(person(dice.chance(0.52), birth, surname), 0, false);
        Resident child = Growing.of(person, birth, dice, origin);
        members.add(child);
        return child;
    }

    private Resident person(boolean man, LocalDate birth, String familyName) {
        int person = Math.toIntExact(number * MOST_MEMBERS + members.size());
        Resident resident =
                Resident.of(Numbers.citizen(person, birth, man), Names.of(familyName, dice), origin.hukou());
        return dice.chance(0.03) ? resident.hukouSince(Calendar.later(birth, origin.arrival())) : resident;
    }

    private Resident settle(Resident person, int adult, boolean holder) {
        List<Stay> recorded = dwellings.recorded();
        List<PermitCard> permits = holder ? dwellings.permits(recorded, members.size()) : List.of();
        List<Home> homes = holder ? dwellings.homes(adult) : List.of();
        return person.lives(sinceBirth(person, recorded), permits, homes);
    }

    /** Nobody is registered before being born. */
    private static List<Stay> sinceBirth(Resident person, List<Stay> recorded) {
        LocalDate birth = Numbers.birth(person.id());
        return recorded.stream()
                .filter(stay -> stay.to() == null || stay.to().isAfter(birth))
                .map(stay -> new Stay(
                        stay.division(), stay.address(), stay.kind(), Calendar.later(stay.from(), birth), stay.to()))
                .toList();
    }

    private LocalDate birth(int age) {
        return Calendar.TODAY.minusYears(age).minusDays(dice.below(365));
    }
}
