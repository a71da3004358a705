package onepermit.city;

import static onepermit.city.DemoPeople.JIMEI;
import static onepermit.city.DemoPeople.SIMING;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Named people with fixed histories, the same in every city, around the synthetic people of DOMAIN 2.14. */
public final class DemoFamilies {
    /** Applies for a permit on 2025-07-06 (DOMAIN 3.2, scenario 1). */
    public static final String APPLICANT = "990101199506120117";

    /** Registered for a year, neither job nor dwelling nor school (scenario 2). */
    public static final String NONE_OF_THREE = "990101199411030127";

    /** Ms Zhang, who asks where her pension will be paid (scenario 21). */
    public static final String MS_ZHANG = "990102197104080041";

    private static final int YEAR = 2025;

    private static final DemoFamily FULL = family(
            "siming-full",
            "Eight years and more of home, work and insurance in Siming, and most of their home is their own.",
            "990301201908300111",
            11,
            SIMING);
    private static final DemoFamily JIMEI_FAMILY = family(
            "jimei",
            "Five years of home and work, six of insurance, in Jimei, where one year opens the gate.",
            "99030120180901024X",
            21,
            JIMEI);
    private static final DemoFamily GATE = family(
            "siming-gate",
            "Home, work and insurance in Siming for little more than one year; Siming asks for two.",
            DemoPeople.id("2019-02-14", 31),
            33,
            SIMING);
    private static final DemoFamily CATCHUP = family(
            "siming-catchup",
            "Settled in Siming; the child lacks two doses, which refuses no place.",
            "990301201903020225",
            41,
            SIMING);
    private static final DemoFamily TOO_YOUNG = family(
            "siming-young",
            "Settled in Siming; the child turns six five days too late for 2025.",
            DemoPeople.id("2019-09-05", 51),
            53,
            SIMING);
    private static final DemoFamily NO_KINSHIP = family(
            "siming-kinship",
            "Settled in Siming; no hukou book tells whose child it is.",
            DemoPeople.id("2019-01-20", 61),
            63,
            SIMING);

    private DemoFamilies() {}

    /** The families whose question {@code up} asks, in the order of telling. */
    public static List<DemoFamily> all() {
        return List.of(FULL, JIMEI_FAMILY, GATE, CATCHUP, TOO_YOUNG, NO_KINSHIP);
    }

    static List<Household> households() {
        return List.of(
                settled(FULL, "2016-09-01", "2017-01-01", "2016-12-01", 2)
                        .owning(6_000)
                        .home(),
                settled(JIMEI_FAMILY, "2020-06-01", "2019-06-01", "2023-06-01", 2)
                        .home(),
                settled(GATE, "2024-03-01", "2024-03-01", "2024-03-01", 2).home(),
                settled(CATCHUP, "2020-05-01", "2020-05-01", "2023-05-01", 2)
                        .without("DTaP5", "MPSV-AC2")
                        .home(),
                settled(TOO_YOUNG, "2019-05-01", "2019-05-01", "2022-05-01", 2).home(),
                settled(NO_KINSHIP, "2020-05-01", "2020-05-01", "2023-05-01", 0).home(),
                DemoPeople.applicant(),
                DemoPeople.noneOfThree(),
                DemoPeople.msZhang());
    }

    /** The same date of home and work for the father; one date for all of the mother's. */
    private static DemoHousehold settled(
            DemoFamily family, String fatherSince, String fatherInsured, String motherSince, int parentsInTheBooks) {
        return new DemoHousehold(
                family,
                LocalDate.parse(fatherSince),
                LocalDate.parse(fatherInsured),
                LocalDate.parse(motherSince),
                parentsInTheBooks);
    }

    private static DemoFamily family(String name, String story, String child, int sequence, String division) {
        List<String> parents = Stream.of(
                        DemoPeople.id("1987-05-04", sequence), DemoPeople.id("1989-08-21", sequence + 1))
                .toList();
        return new DemoFamily(name, story, child, parents, division, YEAR);
    }
}
