package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onepermit.education.v1.AdmissionRoundServiceGrpc;
import onepermit.education.v1.AllocateSeatsRequest;
import onepermit.education.v1.AllocationServiceGrpc;
import onepermit.education.v1.CloseFilingRequest;
import onepermit.education.v1.CriterionWeight;
import onepermit.education.v1.GetRankingListRequest;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ListObjectionsRequest;
import onepermit.education.v1.Move;
import onepermit.education.v1.OpenRoundRequest;
import onepermit.education.v1.OpenRoundResponse;
import onepermit.education.v1.RaiseObjectionRequest;
import onepermit.education.v1.RankRoundRequest;
import onepermit.education.v1.RankingLine;
import onepermit.education.v1.RankingObjection;
import onepermit.education.v1.RankingServiceGrpc;
import onepermit.education.v1.ResolveObjectionRequest;
import onepermit.education.v1.ResolveObjectionResponse;
import onepermit.education.v1.SchoolApplicationServiceGrpc;
import onepermit.education.v1.SchoolDemand;
import onepermit.education.v1.SchoolSeats;
import onepermit.education.v1.WhatIfRequest;
import onepermit.exchange.v1.AnswerCorrectionRequest;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.Purpose;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Scenario 24 at the front door (H05, C05, L08): a round of four children, two seats at school A, one at B. The days of publication pass by themselves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdmissionRoundTest extends Scenario {
    private static final String A = "E2E-A";
    private static final String B = "E2E-B";
    private final Map<String, HandInResponse> filed = new LinkedHashMap<>();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private String round = "";

    @BeforeAll
    void four_families_hand_in_and_the_filing_ends() {
        city.knows(
                "education",
                "school",
                "code,name,division,stage,seats",
                A + ",示例一小," + SIMING + ",PRIMARY,90",
                B + ",示例二小," + SIMING + ",PRIMARY,45");
        OpenRoundResponse opened = open();
        round = opened.getRound().getId();
        int year = opened.getRound().getSchoolYear();
        families.put("K1", family(year, 5, 5).owns(SIMING, 6000));
        families.put("K2", family(year, 7, 5));
        families.put("K3", family(year, 5, 6));
        families.put("K4", family(year, 5, 4));
        city.isKnownTo("education");
        handIn("K4", B);
        handIn("K2", A, B);
        handIn("K3", A);
        handIn("K1", A, B);
        rounds().closeFiling(CloseFilingRequest.newBuilder()
                .setRound(round)
                .setEtag(opened.getEtag())
                .setRequestId(id())
                .build());
        rankings()
                .rankRound(RankRoundRequest.newBuilder()
                        .setRound(round)
                        .setRequestId(id())
                        .setContext(context())
                        .build());
    }

    @Test
    @Order(1)
    void scenario_24_the_list_is_open_to_anyone_explains_ties_and_names_nobody() {
        var list = RankingServiceGrpc.newBlockingStub(door.channel())
                .withDeadlineAfter(10, java.util.concurrent.TimeUnit.SECONDS)
                .getRankingList(
                        GetRankingListRequest.newBuilder().setRound(round).build());

        assertThat(list.getLinesList())
                .extracting(RankingLine::getNumber)
                .containsExactly(number("K1"), number("K3"), number("K2"), number("K4"));
        assertThat(list.getLines(2).getDecidedBy()).isEqualTo("LONGER_INSURANCE");
        var page = new HttpDoor(stack).post("/v1/rankings:list", "{\"round\":\"" + round + "\"}", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(number("K1"));
        families.values().forEach(family -> assertThat(page.body()).doesNotContain(family.child, family.father));
    }

    @Test
    @Order(2)
    void scenario_24_by_the_seats_as_they_are_k1_and_k3_have_a_k2_has_b_and_k4_waits() {
        var asItIs = allocations().whatIf(whatIf().build());

        assertThat(asItIs.getBeforeList())
                .extracting(SchoolDemand::getSchool, SchoolDemand::getSeats, SchoolDemand::getPlaced)
                .containsExactly(Assertions.tuple(A, 2, 2), Assertions.tuple(B, 1, 1));
        assertThat(asItIs.getMovesList()).isEmpty();
        assertThat(asItIs.getLabelsList()).contains("WHAT_IF");
        assertThat(code(() -> allocations()
                        .allocateSeats(AllocateSeatsRequest.newBuilder()
                                .setRound(round)
                                .setRequestId(id())
                                .setContext(context())
                                .build())))
                .as("the list is published for five days first")
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    @Test
    @Order(3)
    void l08_without_the_points_for_property_two_children_change_schools() {
        var trial = allocations()
                .whatIf(whatIf().addWeights(CriterionWeight.newBuilder()
                                .setCriterion("real.home")
                                .setPercent(0))
                        .build());

        assertThat(trial.getMovesList())
                .filteredOn(move -> !move.getSchoolBefore().equals(move.getSchoolAfter()))
                .extracting(Move::getNumber, Move::getSchoolAfter)
                .containsExactly(Assertions.tuple(number("K1"), B), Assertions.tuple(number("K2"), A));
    }

    @Test
    @Order(4)
    void h05_an_objection_goes_to_the_owner_and_what_is_corrected_there_ranks_anew() {
        var raised = rankings()
                .raiseObjection(RaiseObjectionRequest.newBuilder()
                        .setNumber(number("K4"))
                        .setCriterion("real.insurance")
                        .setDataset("si.months")
                        .setCitizenId(family("K4").father)
                        .setClaimed("参保从四年前的八月算起应为八年前的八月")
                        .setStatement("参保月数少计")
                        .setRequestId(id())
                        .setContext(context())
                        .build())
                .getObjection();
        assertThat(raised.getOwner()).isEqualTo("social");
        Eventually.within(
                Duration.ofSeconds(30),
                "it is in social security's inbox",
                () -> standing(raised).equals("OPEN"));

        var k4 = family("K4");
        int year = Integer.parseInt(round.substring(7));
        k4.insured(k4.father, (year - 8) + "-08", (year - 4) + "-07");
        assertThat(code(() -> resolve(raised)))
                .as("the owner answers first")
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
        corrections()
                .answerCorrection(AnswerCorrectionRequest.newBuilder()
                        .setId(objection(raised).getCorrection())
                        .setVerdict("CORRECTED")
                        .setReason("经核对缴费凭证，已补登")
                        .setArticle("政务数据共享条例第二十六条")
                        .setEtag("v1")
                        .setRequestId(id())
                        .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-ROUND"))
                        .build());
        Eventually.within(
                Duration.ofSeconds(30),
                "the answer and the record have come",
                () -> standing(raised).equals("CORRECTED"));
        var resolved = resolve(raised);

        assertThat(resolved.getObjection().getStanding()).isEqualTo("CHANGED");
        assertThat(resolved.getRanking().getGeneration()).isEqualTo(2);
    }

    private ResolveObjectionResponse resolve(RankingObjection objection) {
        return rankings()
                .resolveObjection(ResolveObjectionRequest.newBuilder()
                        .setId(objection.getId())
                        .setRequestId(id())
                        .setContext(context())
                        .build());
    }

    private RankingObjection objection(RankingObjection raised) {
        return rankings()
                .listObjections(ListObjectionsRequest.newBuilder()
                        .setRound(round)
                        .setContext(context())
                        .build())
                .getObjectionsList()
                .stream()
                .filter(objection -> objection.getId().equals(raised.getId()))
                .findFirst()
                .orElseThrow();
    }

    private String standing(RankingObjection raised) {
        return objection(raised).getCorrectionStanding();
    }

    private CorrectionServiceGrpc.CorrectionServiceBlockingStub corrections() {
        return door.at(
                "social", "social-insurance-officer", SIMING, CorrectionServiceGrpc.newBlockingStub(door.channel()));
    }

    /** A round of a school year that this stack has none of yet. */
    private OpenRoundResponse open() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (int year = 2016; year <= 2020; year++) {
            try {
                return rounds().openRound(OpenRoundRequest.newBuilder()
                        .setDivision(SIMING)
                        .setSchoolYear(year)
                        .setOpens(today.toString())
                        .setCloses(today.plusDays(30).toString())
                        .addSeats(SchoolSeats.newBuilder().setSchool(A).setSeats(2))
                        .addSeats(SchoolSeats.newBuilder().setSchool(B).setSeats(1))
                        .setRequestId(id())
                        .build());
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
            }
        }
        throw new AssertionError("every school year of this stack has its round; start a new stack");
    }

    /** Residence and work, and insurance, of the father in years; the mother two and two. */
    private Family family(int year, int residence, int insurance) {
        var end = year + "-07";
        var family = new Family(city, (year - 6) + "-03-02").kin().planned();
        family.lives(family.father, SIMING, (year - residence) + "-08-01")
                .works(family.father, SIMING, (year - residence) + "-08-01")
                .insured(family.father, (year - insurance) + "-08", end)
                .lives(family.mother, SIMING, (year - 2) + "-08-01")
                .works(family.mother, SIMING, (year - 2) + "-08-01")
                .insured(family.mother, (year - 2) + "-08", end);
        return family;
    }

    private void handIn(String name, String... preferences) {
        var family = family(name);
        filed.put(
                name,
                door.as("admission-officer", SIMING, SchoolApplicationServiceGrpc.newBlockingStub(door.channel()))
                        .handIn(HandInRequest.newBuilder()
                                .setRound(round)
                                .setChildId(family.child)
                                .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                                .addGuardians(Guardian.newBuilder().setCitizenId(family.mother))
                                .addAllPreferences(List.of(preferences))
                                .setRequestId(id())
                                .setContext(context())
                                .build()));
    }

    private Family family(String name) {
        return java.util.Objects.requireNonNull(families.get(name));
    }

    private String number(String name) {
        return java.util.Objects.requireNonNull(filed.get(name))
                .getApplication()
                .getNumber();
    }

    private WhatIfRequest.Builder whatIf() {
        return WhatIfRequest.newBuilder().setRound(round).setMostMoves(20).setContext(context());
    }

    private AdmissionRoundServiceGrpc.AdmissionRoundServiceBlockingStub rounds() {
        return door.as("admission-officer", SIMING, AdmissionRoundServiceGrpc.newBlockingStub(door.channel()));
    }

    private RankingServiceGrpc.RankingServiceBlockingStub rankings() {
        return door.as("admission-officer", SIMING, RankingServiceGrpc.newBlockingStub(door.channel()));
    }

    private AllocationServiceGrpc.AllocationServiceBlockingStub allocations() {
        return door.as("admission-officer", SIMING, AllocationServiceGrpc.newBlockingStub(door.channel()));
    }

    private static Status.Code code(ThrowingCallable call) {
        return Status.fromThrowable(Assertions.catchThrowable(call)).getCode();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static onepermit.exchange.v1.RequestContext context() {
        return FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-ROUND");
    }
}
