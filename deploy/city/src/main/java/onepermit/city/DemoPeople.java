package onepermit.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The single people of the demonstration. */
final class DemoPeople {
    static final String SIMING = "350203";
    static final String JIMEI = "350211";
    private static final String DIVISION = "990305";
    private static final Town XIAMEN = Town.ALL.getFirst();

    private DemoPeople() {}

    /** The ID of somebody whom DOMAIN does not name; an odd sequence is a man's. */
    static String id(String birth, int sequence) {
        return Numbers.citizen(DIVISION, LocalDate.parse(birth), sequence);
    }

    static Household applicant() {
        LocalDate since = LocalDate.of(2025, 1, 6);
        String firm = Numbers.employer(900_010);
        YearMonth from = YearMonth.from(since);
        Resident person = Resident.of(DemoFamilies.APPLICANT, "周子轩", "361123")
                .lives(List.of(Stay.open(SIMING, "仅供测试路2号", since)), List.of(), List.of())
                .works(
                        List.of(new Job(firm, SIMING, since, null)),
                        List.of(
                                Cover.of("350200", Cover.PENSION, firm, from, Calendar.THIS_MONTH),
                                Cover.of("350200", Cover.MEDICAL, firm, from, Calendar.THIS_MONTH),
                                Cover.of("350200", Cover.WORKERS_ONLY, firm, from, Calendar.THIS_MONTH)),
                        List.of());
        return alone(XIAMEN, SIMING, person);
    }

    static Household noneOfThree() {
        Resident person = Resident.of(DemoFamilies.NONE_OF_THREE, "何雨欣", "430100")
                .lives(List.of(Stay.open(SIMING, "仅供测试路3号", LocalDate.of(2024, 7, 1))), List.of(), List.of());
        return alone(XIAMEN, SIMING, person);
    }

    /** Sixteen years in Xiangyang, then in Wuhan from 2021-07: 62 months at 2026-08 (DOMAIN H01). */
    static Household msZhang() {
        LocalDate moved = LocalDate.of(2021, 7, 1);
        Cover xiangyang = Cover.of(
                "420600", Cover.PENSION, Numbers.employer(900_020), YearMonth.of(1992, 1), YearMonth.of(2007, 12));
        YearMonth from = YearMonth.from(moved);
        Resident person = Resident.of(DemoFamilies.MS_ZHANG, "张女士", "420600")
                .lives(
                        List.of(Stay.open("420100", "仅供测试路4号", moved)),
                        List.of(new PermitCard(
                                "420100", "R42010000000001", moved.plusMonths(8), LocalDate.of(2027, 3, 1), null)),
                        List.of())
                .works(
                        List.of(new Job(Job.FLEXIBLE, "420100", moved, null)),
                        List.of(
                                xiangyang,
                                Cover.of("420100", Cover.PENSION, Job.FLEXIBLE, from, Calendar.THIS_MONTH),
                                Cover.of("420100", Cover.MEDICAL, Job.FLEXIBLE, from, Calendar.THIS_MONTH)),
                        List.of());
        return alone(Town.ALL.get(4), "420100", person);
    }

    private static Household alone(Town town, String district, Resident person) {
        return new Household(town, district, true, List.of(person), List.of());
    }
}
