package onepermit.social.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.PermitFact;
import onepermit.social.Office;
import onepermit.social.v1.AcceptPointsRequest;
import onepermit.social.v1.DetermineScoreRequest;
import onepermit.social.v1.EstimateScoreRequest;
import onepermit.social.v1.FilePointsRequest;
import onepermit.social.v1.GetPointsRequest;
import onepermit.social.v1.GetPointsResponse;
import onepermit.social.v1.PermitPoints;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.PointsFiling;
import onepermit.social.v1.PointsFinding;
import onepermit.social.v1.PointsServiceGrpc;
import onepermit.social.v1.PointsServiceGrpc.PointsServiceBlockingStub;
import onepermit.social.v1.PointsSheet;
import onepermit.social.v1.ScorePointsRequest;
import org.springframework.context.ConfigurableApplicationContext;

/** A talent centre in Pudong, with the insurance office behind it and public security on the road. */
final class TalentCentre implements AutoCloseable {
    static final String PUDONG = "310115";
    static final Map<String, String> CLEAN = Map.of(
            "deduction.falseMaterials", "0",
            "deduction.detentions", "0",
            "deduction.crimes", "0",
            "veto.familyPlanning", "false",
            "veto.seriousCrime", "false");
    static final RequestContext CONTEXT = Office.context(Purpose.PURPOSE_POINTS);

    final Office office = Office.open();
    private final ConfigurableApplicationContext publicSecurity =
            RoadService.start("permit", TestInfrastructure.database(), office.service.road());
    private final Owner permits = new Owner(publicSecurity);

    PointsServiceBlockingStub points() {
        return points("social-insurance-officer", PUDONG);
    }

    PointsServiceBlockingStub points(String role, String division) {
        return office.service.as(role, "social", division, PointsServiceGrpc.newBlockingStub(office.service.channel()));
    }

    /** Public security says so of a person, and it has come over the road. */
    void permit(String id, String issued, String endorsedTo, String cancelled) {
        PermitFact fact = PermitFact.newBuilder()
                .setDivision(PUDONG)
                .setIssuedOn(code(issued))
                .setEndorsedTo(code(endorsedTo))
                .setCancelledOn(cancelled.isEmpty() ? 0 : code(cancelled))
                .build();
        permits.publish(List.of(
                new FactChange("permit.status", office.key(id), "permit", "onepermit.permit.PermitEndorsed.v1", fact)));
        FactReader facts = office.service.bean(FactReader.class);
        Await.until("the permit has come over the road", () -> {
            var found = facts.read(List.of(office.key(id)), CONTEXT).find(office.key(id), "permit.status");
            return found.fresh(Duration.ofMinutes(15))
                    && found.rows().stream().anyMatch(row -> Arrays.equals(row.payload(), fact.toByteArray()));
        });
    }

    void permit(String id) {
        permit(id, "2016-01-04", "2099-01-04", "");
    }

    void insured(String id, String from, String to) {
        paid(id, from, to, Office.SHOP, 300_000, false);
    }

    void paid(String id, String from, String to, String employer, int fen, boolean backPaid) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen,back_paid"));
        for (var month = YearMonth.parse(from); !month.isAfter(YearMonth.parse(to)); month = month.plusMonths(1)) {
            lines.add(id + ",310000,PENSION," + month + "," + employer + "," + fen + "," + backPaid);
        }
        assertThat(office.load("contribution", lines)).isEmpty();
    }

    PointsFiling file(String id, String on, Map<String, String> claims) {
        return points().filePoints(filing(id, on, claims).build()).getFiling();
    }

    FilePointsRequest.Builder filing(String id, String on, Map<String, String> claims) {
        FilePointsRequest.Builder request = FilePointsRequest.newBuilder()
                .setCitizenId(id)
                .setDivision(PUDONG)
                .setEmployer(Office.SHOP)
                .setFiledOn(on)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        claims.forEach((item, value) -> request.addClaims(claim(item, value)));
        return request;
    }

    PointsFiling accept(String id, PointsFiling filing, String on, Map<String, String> findings) {
        return points().acceptPoints(acceptance(id, filing, on, findings).build())
                .getFiling();
    }

    AcceptPointsRequest.Builder acceptance(String id, PointsFiling filing, String on, Map<String, String> findings) {
        AcceptPointsRequest.Builder request = AcceptPointsRequest.newBuilder()
                .setCitizenId(id)
                .setFilingId(filing.getId())
                .setEtag(filing.getEtag())
                .setAcceptedOn(on)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        findings.forEach((item, value) -> request.addFindings(
                PointsFinding.newBuilder().setItem(item).setValue(value).setFoundIn("register of the city")));
        return request;
    }

    /** Claims that an officer finds to be so, with clean records. */
    PointsFiling accepted(String id, String on, Map<String, String> claims) {
        var findings = new HashMap<>(CLEAN);
        findings.putAll(claims);
        return accept(id, file(id, on, claims), on, findings);
    }

    PointsSheet score(String id, PointsFiling filing) {
        return points().scorePoints(ScorePointsRequest.newBuilder()
                        .setCitizenId(id)
                        .setFilingId(filing.getId())
                        .setContext(CONTEXT)
                        .build())
                .getSheet();
    }

    PermitPoints determine(String id, PointsFiling filing, String decision) {
        return points().determineScore(determination(id, filing, decision).build())
                .getPoints();
    }

    DetermineScoreRequest.Builder determination(String id, PointsFiling filing, String decision) {
        return DetermineScoreRequest.newBuilder()
                .setCitizenId(id)
                .setFilingId(filing.getId())
                .setDecisionId(decision)
                .setEtag(filing.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    GetPointsResponse get(String id) {
        return points().getPoints(GetPointsRequest.newBuilder()
                .setCitizenId(id)
                .setContext(CONTEXT)
                .build());
    }

    PointsSheet estimate(EstimateScoreRequest.Builder request) {
        return PointsServiceGrpc.newBlockingStub(office.service.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .estimateScore(request.setDivision(PUDONG).build())
                .getSheet();
    }

    static PointsClaim claim(String item, String value) {
        return PointsClaim.newBuilder().setItem(item).setValue(value).build();
    }

    private static int code(String date) {
        return Dates.toCode(LocalDate.parse(date));
    }

    @Override
    public void close() {
        publicSecurity.close();
    }
}
