package onepermit.city;

import com.google.protobuf.MessageLite;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.ImmunisationFact;

/** What the health department publishes of a child: doses of its schedule not given yet. */
final class DosesDue {
    private DosesDue() {}

    static MessageLite of(Resident person) {
        if (person.doses().isEmpty()) {
            return ImmunisationFact.getDefaultInstance();
        }
        LocalDate birth = Numbers.birth(person.id());
        Map<String, Integer> given = given(person);
        ImmunisationFact.Builder fact = ImmunisationFact.newBuilder().setSchedule(Vaccines.edition(birth));
        for (Vaccines.Due due : Vaccines.schedule(birth)) {
            if (due.number() > given.getOrDefault(due.vaccine(), 0)) {
                fact.addDue(DueDose.newBuilder()
                        .setVaccine(due.vaccine())
                        .setNumber(due.number())
                        .setDueOn(CityFacts.code(due.on(birth)))
                        .setLapsesOn(lapses(due.vaccine(), birth)));
            }
        }
        return fact.build();
    }

    /** BCG is not made up from four years on, MPSV-A not from two. */
    private static int lapses(String vaccine, LocalDate birth) {
        return switch (vaccine) {
            case "BCG" -> CityFacts.code(birth.plusYears(4));
            case "MPSV-A" -> CityFacts.code(birth.plusYears(2));
            default -> 0;
        };
    }

    /** DT at six stands for the fifth DTaP. */
    private static Map<String, Integer> given(Resident person) {
        Map<String, Integer> given = new HashMap<>();
        person.doses()
                .forEach(dose -> given.merge(dose.vaccine().equals("DT") ? "DTaP" : dose.vaccine(), 1, Integer::sum));
        return given;
    }
}
