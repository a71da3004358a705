package onepermit.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parents and one child who live, work and are insured in the district they apply in, each since a given day. */
record DemoHousehold(
        DemoFamily family,
        LocalDate fatherSince,
        LocalDate fatherInsured,
        LocalDate motherSince,
        int parentsInTheBooks,
        int ownedBp,
        Set<String> missingDoses) {
    private static final String HUKOU = "360100";

    DemoHousehold(
            DemoFamily family,
            LocalDate fatherSince,
            LocalDate fatherInsured,
            LocalDate motherSince,
            int parentsInTheBooks) {
        this(family, fatherSince, fatherInsured, motherSince, parentsInTheBooks, 0, Set.of());
    }

    /** The father's share of the home. */
    DemoHousehold owning(int shareBp) {
        return new DemoHousehold(
                family, fatherSince, fatherInsured, motherSince, parentsInTheBooks, shareBp, missingDoses);
    }

    DemoHousehold without(String... doses) {
        return new DemoHousehold(
                family, fatherSince, fatherInsured, motherSince, parentsInTheBooks, ownedBp, Set.of(doses));
    }

    Household home() {
        String surname = surname();
        Resident father = parent(0, surname + "卫东", fatherSince, fatherInsured);
        Resident mother = parent(1, "林㛃", motherSince, motherSince);
        Resident child = Resident.of(family.child(), surname + "予安", HUKOU)
                .lives(stays(Calendar.later(Numbers.birth(family.child()), fatherSince)), List.of(), List.of())
                .grows(List.of(), doses());
        return new Household(
                Town.ALL.getFirst(), family.division(), true, List.of(father, mother, child.planned(true)), kin());
    }

    private String surname() {
        return family.name().equals("siming-full") ? "欧阳" : "陈";
    }

    private Resident parent(int index, String name, LocalDate since, LocalDate insured) {
        String firm = Numbers.employer(900_000 + index);
        YearMonth from = YearMonth.from(insured);
        return Resident.of(family.guardians().get(index), name, HUKOU)
                .lives(stays(since), permits(since, index), index == 0 ? homes() : List.of())
                .works(
                        List.of(new Job(firm, family.division(), since, null)),
                        List.of(
                                Cover.of("350200", Cover.PENSION, firm, from, Calendar.THIS_MONTH),
                                Cover.of("350200", Cover.MEDICAL, firm, from, Calendar.THIS_MONTH),
                                Cover.of("350200", Cover.WORKERS_ONLY, firm, from, Calendar.THIS_MONTH)),
                        List.of(new Taxed("350200", from, Calendar.THIS_MONTH)))
                .planned(true);
    }

    private List<Stay> stays(LocalDate since) {
        return List.of(Stay.open(family.division(), "仅供测试路1号", since));
    }

    private List<PermitCard> permits(LocalDate since, int index) {
        LocalDate issued = Calendar.later(since.plusMonths(7), LocalDate.of(2016, 3, 1));
        LocalDate endorsed = issued.withYear(Calendar.TODAY.getYear());
        String number = "R" + family.guardians().get(index).substring(14, 17) + family.division() + index;
        return List.of(new PermitCard(
                family.division(), number, issued, Calendar.past(endorsed) ? endorsed.plusYears(1) : endorsed, null));
    }

    private List<Home> homes() {
        LocalDate from = fatherSince.plusMonths(1);
        String registerNo = "D" + family.guardians().getFirst().substring(14, 17) + family.division();
        return List.of(
                ownedBp == 0
                        ? new Home(family.division(), "REGISTERED_LEASE", from, null, 0, "RESIDENTIAL", registerNo)
                        : new Home(family.division(), "OWNED", from, null, ownedBp, "RESIDENTIAL", registerNo));
    }

    private List<Given> doses() {
        LocalDate birth = Numbers.birth(family.child());
        return Vaccines.schedule(birth).stream()
                .filter(due -> !missingDoses.contains(due.vaccine() + due.number()))
                .map(due -> new Given(Vaccines.atSix(due, due.on(birth)), due.on(birth), family.division()))
                .filter(dose -> Calendar.past(dose.on()))
                .toList();
    }

    private List<Kin> kin() {
        return Stream.of("FATHER", "MOTHER")
                .limit(parentsInTheBooks)
                .map(relation ->
                        new Kin(family.child(), family.guardians().get(relation.equals("FATHER") ? 0 : 1), relation))
                .toList();
    }
}
