package onepermit.education.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import onepermit.education.Ground;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.education.v1.AdmissionRoundServiceGrpc;
import onepermit.education.v1.AllocationServiceGrpc;
import onepermit.education.v1.CloseFilingRequest;
import onepermit.education.v1.GetRankingListRequest;
import onepermit.education.v1.GetRankingListResponse;
import onepermit.education.v1.GetRoundRequest;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.OpenRoundRequest;
import onepermit.education.v1.RankRoundRequest;
import onepermit.education.v1.RankRoundResponse;
import onepermit.education.v1.RankingServiceGrpc;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.education.v1.SchoolApplicationServiceGrpc;
import onepermit.education.v1.SchoolSeats;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.RequestContext;

/** A round that a district's officer runs, with a school A and a school B of its own. */
final class SchoolRound {
    private final Ground ground;
    final String division;
    final int year;
    final String id;
    final String a;
    final String b;

    private SchoolRound(Ground ground, String division, int year) {
        this.ground = ground;
        this.division = division;
        this.year = year;
        this.id = division + "-" + year;
        this.a = "A-" + id;
        this.b = "B-" + id;
    }

    /** Open for filing today; a division and school year of its own for each test. */
    static SchoolRound opened(Ground ground, String division, int year, int seatsOfA, int seatsOfB) {
        SchoolRound round = new SchoolRound(ground, division, year);
        ground.bean(Schools.class).store(List.of(round.school(round.a), round.school(round.b)));
        round.rounds().openRound(round.opening(seatsOfA, seatsOfB).build());
        return round;
    }

    private School school(String code) {
        return new School(code, "示例小学", new DivisionCode(division), Stage.PRIMARY, 45, null);
    }

    OpenRoundRequest.Builder opening(int seatsOfA, int seatsOfB) {
        LocalDate today = today();
        return OpenRoundRequest.newBuilder()
                .setDivision(division)
                .setSchoolYear(year)
                .setOpens(today.toString())
                .setCloses(today.plusDays(30).toString())
                .addSeats(SchoolSeats.newBuilder().setSchool(a).setSeats(seatsOfA))
                .addSeats(SchoolSeats.newBuilder().setSchool(b).setSeats(seatsOfB))
                .setRequestId(id());
    }

    LocalDate today() {
        return LocalDate.ofInstant(ground.clock().instant(), ground.clock().getZone());
    }

    HandInRequest.Builder filing(Household family, String... preferences) {
        return HandInRequest.newBuilder()
                .setRound(id)
                .setChildId(family.child)
                .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                .addGuardians(Guardian.newBuilder().setCitizenId(family.mother))
                .addAllPreferences(List.of(preferences))
                .setRequestId(id())
                .setContext(context());
    }

    HandInResponse handIn(Household family, String... preferences) {
        return applications().handIn(filing(family, preferences).build());
    }

    SchoolRound closed() {
        rounds().closeFiling(CloseFilingRequest.newBuilder()
                .setRound(id)
                .setRequestId(id())
                .setEtag(rounds().getRound(
                                GetRoundRequest.newBuilder().setRound(id).build())
                        .getEtag())
                .build());
        return this;
    }

    RankRoundResponse rank() {
        return rankings()
                .rankRound(RankRoundRequest.newBuilder()
                        .setRound(id)
                        .setRequestId(id())
                        .setContext(context())
                        .build());
    }

    /** As anyone reads it, without a token. */
    GetRankingListResponse published() {
        return RankingServiceGrpc.newBlockingStub(ground.channel())
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .getRankingList(GetRankingListRequest.newBuilder().setRound(id).build());
    }

    AdmissionRoundServiceGrpc.AdmissionRoundServiceBlockingStub rounds() {
        return officer(AdmissionRoundServiceGrpc.newBlockingStub(ground.channel()));
    }

    SchoolApplicationServiceGrpc.SchoolApplicationServiceBlockingStub applications() {
        return officer(SchoolApplicationServiceGrpc.newBlockingStub(ground.channel()));
    }

    RankingServiceGrpc.RankingServiceBlockingStub rankings() {
        return officer(RankingServiceGrpc.newBlockingStub(ground.channel()));
    }

    AllocationServiceGrpc.AllocationServiceBlockingStub allocations() {
        return officer(AllocationServiceGrpc.newBlockingStub(ground.channel()));
    }

    RollServiceGrpc.RollServiceBlockingStub rolls() {
        return officer(RollServiceGrpc.newBlockingStub(ground.channel()));
    }

    /** Of a token that outlives the days a test lets pass. */
    <S extends io.grpc.stub.AbstractStub<S>> S officer(S stub) {
        String token = ground.issuer()
                .sign(ground.issuer()
                        .claims(Map.of("role", "admission-officer", "department", "education", "division", division))
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(60)))));
        return ground.as(token, stub);
    }

    static RequestContext context() {
        return Household.context();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
