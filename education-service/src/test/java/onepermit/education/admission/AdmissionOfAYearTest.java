package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import onepermit.education.Ground;
import onepermit.education.v1.AllocateSeatsRequest;
import onepermit.education.v1.AllocateSeatsResponse;
import onepermit.education.v1.CriterionWeight;
import onepermit.education.v1.EnrolPlacedRequest;
import onepermit.education.v1.EnrolPlacedResponse;
import onepermit.education.v1.GetRankingListResponse;
import onepermit.education.v1.GetRollRequest;
import onepermit.education.v1.GetRoundRequest;
import onepermit.education.v1.GiveBackPlaceRequest;
import onepermit.education.v1.GiveBackPlaceResponse;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ListPlacementsRequest;
import onepermit.education.v1.Move;
import onepermit.education.v1.Placement;
import onepermit.education.v1.RankingLine;
import onepermit.education.v1.SchoolSeats;
import onepermit.education.v1.WhatIfRequest;
import onepermit.education.v1.WhatIfResponse;
import onepermit.education.v1.WithdrawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario 24 from the first application to the roll (DOMAIN C05, H05, H06, L08). */
class AdmissionOfAYearTest {
    private static final Map<String, Integer> YEARS = Map.of("350203", 2018, "350205", 2019, "350206", 2019);
    private final Ground ground = Ground.get();
    private final Map<String, Household> families = new LinkedHashMap<>();
    private final Map<String, HandInResponse> filed = new LinkedHashMap<>();

    @BeforeEach
    @AfterEach
    void today() {
        ground.clock().shift(Duration.ZERO);
    }

    @Test
    void scenario_24_points_then_preferences_a_public_list_without_names_places_and_the_roll() throws Exception {
        SchoolRound round = ranked("350203");

        GetRankingListResponse list = round.published();
        assertThat(list.getLinesList())
                .extracting(RankingLine::getNumber)
                .containsExactly(number("K1"), number("K3"), number("K2"), number("K4"));
        assertThat(list.getLinesList())
                .extracting(RankingLine::getDecidedBy)
                .containsExactly("", "POINTS", "LONGER_INSURANCE", "POINTS");
        assertThat(list.getRanking().getTies()).isEqualTo(1);
        families.values()
                .forEach(family ->
                        assertThat(list.toString()).doesNotContain(family.child, family.father, family.mother));
        assertThat(sha256(list.getRanking().getSeed())).isEqualTo(seedHash(round));
        assertThat(reason(() -> allocate(round))).isEqualTo("PUBLICATION_RUNNING");

        ground.clock().shift(Duration.ofDays(20));
        assertThat(reason(() -> round.published())).isEqualTo("NOT_PUBLISHED");
        AllocateSeatsResponse allocated = allocate(round);
        assertThat(allocated.getPlaced()).isEqualTo(3);
        assertThat(allocated.getWaiting()).isEqualTo(1);
        assertThat(schoolOf(round, "K1")).isEqualTo(round.a);
        assertThat(schoolOf(round, "K3")).isEqualTo(round.a);
        assertThat(schoolOf(round, "K2")).isEqualTo(round.b);
        assertThat(placement(round, "K4").getStanding()).isEqualTo("WAITING");
        assertThat(reason(() -> allocate(round))).isEqualTo("SEATS_ALLOCATED");

        EnrolPlacedResponse enrolled = enrol(round, "K3");
        assertThat(enrolled.getFrom()).isEqualTo("2018-09-01");
        assertThat(round.rolls()
                        .getRoll(GetRollRequest.newBuilder()
                                .setCitizenId(family("K3").child)
                                .setContext(SchoolRound.context())
                                .build())
                        .getEntries(0)
                        .getSchool())
                .isEqualTo(round.a);
    }

    @Test
    void a_place_given_back_moves_up_those_who_want_it_more_than_what_they_have() {
        SchoolRound round = ranked("350205");
        ground.clock().shift(Duration.ofDays(20));
        allocate(round);
        enrol(round, "K3");

        GiveBackPlaceResponse given = round.allocations()
                .giveBackPlace(GiveBackPlaceRequest.newBuilder()
                        .setNumber(number("K1"))
                        .setEtag(placement(round, "K1").getEtag())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());

        assertThat(given.getGivenBack().getStanding()).isEqualTo("GIVEN_BACK");
        assertThat(given.getMovedUpList())
                .extracting(moved -> moved.getNumber() + " " + moved.getSchool())
                .containsExactly(number("K2") + " " + round.a, number("K4") + " " + round.b);
        assertThat(schoolOf(round, "K3")).isEqualTo(round.a);
        assertThat(reason(() -> enrol(round, "K1"))).isEqualTo("NO_PLACE");
        assertThat(reason(() -> enrol(round, "K3"))).isEqualTo("ENROLLED");
        assertThat(reason(() -> round.applications()
                        .withdraw(WithdrawRequest.newBuilder()
                                .setNumber(number("K2"))
                                .setEtag(filed("K2").getEtag())
                                .setRequestId(SchoolRound.id())
                                .setContext(SchoolRound.context())
                                .build())))
                .isEqualTo("PLACE_HELD");
    }

    @Test
    void c05_l08_h06_property_cut_or_a_seat_more_lists_who_would_move_and_changes_nothing() {
        SchoolRound round = ranked("350206");

        WhatIfResponse property = round.allocations()
                .whatIf(whatIf(round)
                        .addWeights(CriterionWeight.newBuilder()
                                .setCriterion("real.home")
                                .setPercent(0))
                        .build());
        assertThat(property.getLabelsList()).startsWith("WHAT_IF").contains("UNVERIFIED_PROCEDURE");
        assertThat(property.getMovesList())
                .extracting(AdmissionOfAYearTest::told)
                .containsExactly(
                        number("K1") + " 1>3 88>68 " + round.a + ">" + round.b,
                        number("K2") + " 3>2 72>72 " + round.b + ">" + round.a,
                        number("K3") + " 2>1 72>72 " + round.a + ">" + round.a);
        assertThat(property.getSchoolsMoved()).isEqualTo(2);
        assertThat(property.getCriteriaList()).contains("base", "real.home").doesNotContain("gate.work");

        WhatIfResponse seat = round.allocations()
                .whatIf(whatIf(round)
                        .addSeats(SchoolSeats.newBuilder().setSchool(round.b).setSeats(2))
                        .build());
        assertThat(seat.getPlacedBefore()).isEqualTo(3);
        assertThat(seat.getPlacedAfter()).isEqualTo(4);
        assertThat(seat.getBefore(0).getFirstPreferences()).isEqualTo(3);

        assertThat(reason(() -> round.allocations()
                        .whatIf(whatIf(round)
                                .addWeights(CriterionWeight.newBuilder()
                                        .setCriterion("degree")
                                        .setPercent(50))
                                .build())))
                .isEqualTo("CRITERION_UNKNOWN");
        assertThat(reason(round::rank)).isEqualTo("RANKING_UNCHANGED");
    }

    /** K1 88 with a home, K2 and K3 72 (five and six years of insurance), K4 64; two seats at A, one at B. */
    private SchoolRound ranked(String division) {
        int year = Objects.requireNonNull(YEARS.get(division));
        SchoolRound round = SchoolRound.opened(ground, division, year, 2, 1);
        int born = (year - 6) * 10_000 + 302;
        for (String name : new String[] {"K1", "K2", "K3", "K4"}) {
            families.put(name, Household.settled(ground, born, division, year));
        }
        Household k1 = family("K1");
        k1.owns(k1.father, division, 6000).insured(k1.father, year - 5, 8, year, 7);
        Household k2 = family("K2");
        int sevenYears = (year - 7) * 10_000 + 801;
        k2.lives(k2.father, division, sevenYears)
                .works(k2.father, division, sevenYears)
                .insured(k2.father, year - 5, 8, year, 7);
        Household k4 = family("K4");
        k4.insured(k4.father, year - 4, 8, year, 7);
        families.values().forEach(Household::known);
        filed.put("K4", round.handIn(k4, round.b));
        filed.put("K2", round.handIn(k2, round.a, round.b));
        filed.put("K3", round.handIn(family("K3"), round.a));
        filed.put("K1", round.handIn(k1, round.a, round.b));
        assertThat(reason(round::rank)).isEqualTo("FILING_OPEN");
        round.closed().rank();
        return round;
    }

    private static AllocateSeatsResponse allocate(SchoolRound round) {
        return round.allocations()
                .allocateSeats(AllocateSeatsRequest.newBuilder()
                        .setRound(round.id)
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
    }

    private EnrolPlacedResponse enrol(SchoolRound round, String name) {
        return round.allocations()
                .enrolPlaced(EnrolPlacedRequest.newBuilder()
                        .setNumber(number(name))
                        .setEtag(placement(round, name).getEtag())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
    }

    private static WhatIfRequest.Builder whatIf(SchoolRound round) {
        return WhatIfRequest.newBuilder().setRound(round.id).setMostMoves(100).setContext(SchoolRound.context());
    }

    private Placement placement(SchoolRound round, String name) {
        return round
                .allocations()
                .listPlacements(ListPlacementsRequest.newBuilder()
                        .setRound(round.id)
                        .setContext(SchoolRound.context())
                        .build())
                .getPlacementsList()
                .stream()
                .filter(placement -> placement.getNumber().equals(number(name)))
                .findFirst()
                .orElseThrow();
    }

    private String schoolOf(SchoolRound round, String name) {
        return placement(round, name).getSchool();
    }

    private Household family(String name) {
        return Objects.requireNonNull(families.get(name));
    }

    private HandInResponse filed(String name) {
        return Objects.requireNonNull(filed.get(name));
    }

    private String number(String name) {
        return filed(name).getApplication().getNumber();
    }

    private static String told(Move move) {
        return move.getNumber() + " " + move.getRankBefore() + ">" + move.getRankAfter() + " "
                + move.getPointsBefore() + ">" + move.getPointsAfter() + " " + move.getSchoolBefore() + ">"
                + move.getSchoolAfter();
    }

    private static String seedHash(SchoolRound round) {
        return round.rounds()
                .getRound(GetRoundRequest.newBuilder().setRound(round.id).build())
                .getRound()
                .getSeedHash();
    }

    private static String sha256(String seed) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(HexFormat.of().parseHex(seed)));
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Ground.reason(catchThrowable(call));
    }
}
