package onepermit.permit.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.ConfirmRefusalRequest;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Officer;
import onepermit.permit.application.Town;
import onepermit.permit.v1.DetermineSettlementRequest;
import onepermit.permit.v1.DisqualifySettlementRequest;
import onepermit.permit.v1.FileSettlementRequest;
import onepermit.permit.v1.FixCutOffRequest;
import onepermit.permit.v1.GetSettlementListRequest;
import onepermit.permit.v1.GetSettlementListResponse;
import onepermit.permit.v1.GetSettlementRequest;
import onepermit.permit.v1.OpenIntakeRequest;
import onepermit.permit.v1.RankSettlementRequest;
import onepermit.permit.v1.ReviewSettlementRequest;
import onepermit.permit.v1.ScoreSettlementRequest;
import onepermit.permit.v1.ScoreSettlementResponse;
import onepermit.permit.v1.SettlementClaim;
import onepermit.permit.v1.SettlementFiling;
import onepermit.permit.v1.SettlementFinding;
import onepermit.permit.v1.SettlementIntake;
import onepermit.permit.v1.SettlementServiceGrpc;

/** The office for settlement in Beijing, and who files there. */
abstract class SettlementOffice extends Town {
    static final RequestContext CONTEXT = Officer.context(Purpose.PURPOSE_SETTLEMENT);
    static final String BEIJING = "110000";
    static final String TONGZHOU = "110112";
    static final String EMPLOYER = "91990101MA0000007H";
    static final Map<String, String> CLEAN =
            Map.of("record.crime", "false", "record.detentions", "0", "record.taxViolations", "0");
    static final Map<String, String> BACHELOR =
            Map.of("education.level", "BACHELOR", "education.from", "199609", "education.to", "200006");

    /** 40 years old at the reckoning of 2018, with a permit, a job, and so many whole years of insurance before July 2018. */
    String applicant(int insuredYears) {
        String citizen = SyntheticIds.man("1978-03-01");
        load(
                "permit",
                "citizen_id,number,division,issued_on,endorsed_to,cancelled_on",
                citizen + ",S" + UUID.randomUUID() + "," + TONGZHOU + ",2016-11-01,2099-11-01,");
        neighbours().employs(key(citizen), TONGZHOU, 20080101, EMPLOYER);
        for (int year = 2018 - insuredYears; year <= 2018; year++) {
            int first = year == 2018 - insuredYears ? 7 : 1;
            int last = year == 2018 ? 6 : 12;
            neighbours()
                    .insures(
                            key(citizen),
                            BEIJING,
                            year,
                            IntStream.rangeClosed(first, last).toArray());
        }
        awaitFacts(key(citizen), "si.months", 5 * (insuredYears + 1));
        awaitFacts(key(citizen), "employment.current", 1);
        awaitNeighbours(key(citizen));
        return citizen;
    }

    static OpenIntakeRequest.Builder intake(int year, int quota) {
        return OpenIntakeRequest.newBuilder()
                .setDivision(BEIJING)
                .setOpens(year + "-05-01")
                .setCloses(year + "-06-15")
                .setReckonedOn(year + "-06-30")
                .setQuota(quota)
                .setRequestId(UUID.randomUUID().toString());
    }

    FileSettlementRequest.Builder filing(String citizen, String on, Map<String, String> claims) {
        FileSettlementRequest.Builder request = FileSettlementRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision(TONGZHOU)
                .setEmployer(EMPLOYER)
                .setFiledOn(on)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        claims.forEach((item, value) ->
                request.addClaims(SettlementClaim.newBuilder().setItem(item).setValue(value)));
        return request;
    }

    SettlementFiling file(String citizen, String on, Map<String, String> claims) {
        return officer()
                .settlements()
                .fileSettlement(filing(citizen, on, claims).build())
                .getFiling();
    }

    ReviewSettlementRequest.Builder findings(String citizen, SettlementFiling filing, Map<String, String> found) {
        ReviewSettlementRequest.Builder request = ReviewSettlementRequest.newBuilder()
                .setCitizenId(citizen)
                .setNumber(filing.getNumber())
                .setEtag(filing.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        found.forEach((item, value) -> request.addFindings(
                SettlementFinding.newBuilder().setItem(item).setValue(value).setFoundIn("register")));
        return request;
    }

    /** Filed and found to be so, with clean records unless they are named. */
    SettlementFiling reviewed(String citizen, String on, Map<String, String> claims, Map<String, String> records) {
        Map<String, String> found = new HashMap<>(CLEAN);
        found.putAll(claims);
        found.putAll(records);
        return officer()
                .settlements()
                .reviewSettlement(
                        findings(citizen, file(citizen, on, claims), found).build())
                .getFiling();
    }

    ScoreSettlementResponse score(String citizen, SettlementFiling filing) {
        return officer()
                .settlements()
                .scoreSettlement(ScoreSettlementRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setNumber(filing.getNumber())
                        .setContext(CONTEXT)
                        .build());
    }

    DetermineSettlementRequest.Builder determining(String citizen, SettlementFiling filing, String decision) {
        return DetermineSettlementRequest.newBuilder()
                .setCitizenId(citizen)
                .setNumber(filing.getNumber())
                .setDecisionId(decision)
                .setEtag(filing.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    SettlementFiling determine(String citizen, SettlementFiling filing, String decision) {
        return officer()
                .settlements()
                .determineSettlement(determining(citizen, filing, decision).build())
                .getFiling();
    }

    /** In the ranking of an intake, by what is claimed and the records. */
    SettlementFiling ranked(String citizen, String on, Map<String, String> claims, Map<String, String> records) {
        SettlementFiling filing = reviewed(citizen, on, claims, records);
        return determine(
                citizen, filing, score(citizen, filing).getSheet().getDecision().getId());
    }

    void confirm(String decision) {
        var decisions = service()
                .as(
                        "permit-officer",
                        "permit",
                        "000000",
                        DecisionServiceGrpc.newBlockingStub(service().channel()));
        String etag = decisions
                .getDecision(GetDecisionRequest.newBuilder()
                        .setId(decision)
                        .setContext(CONTEXT)
                        .build())
                .getEtag();
        decisions.confirmRefusal(ConfirmRefusalRequest.newBuilder()
                .setId(decision)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setReason("连续缴费不足7年")
                .setArticle("第四条（三）")
                .setContext(CONTEXT)
                .build());
    }

    DisqualifySettlementRequest.Builder fraud(String citizen, SettlementFiling filing, String on) {
        return DisqualifySettlementRequest.newBuilder()
                .setCitizenId(citizen)
                .setNumber(filing.getNumber())
                .setExplanation("学历证书系伪造")
                .setArticle("京政办发〔2016〕39号")
                .setDisqualifiedOn(on)
                .setEtag(filing.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    SettlementIntake rank(int year) {
        return officer()
                .settlements()
                .rankSettlement(RankSettlementRequest.newBuilder()
                        .setDivision(BEIJING)
                        .setYear(year)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build())
                .getIntake();
    }

    FixCutOffRequest.Builder cutOff(SettlementIntake intake, int points) {
        return FixCutOffRequest.newBuilder()
                .setDivision(BEIJING)
                .setYear(intake.getYear())
                .setPoints(points)
                .setEtag(intake.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    SettlementFiling read(String citizen) {
        return officer()
                .settlements()
                .getSettlement(GetSettlementRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(CONTEXT)
                        .build())
                .getFiling();
    }

    GetSettlementListResponse list(int year) {
        return SettlementServiceGrpc.newBlockingStub(service().channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .getSettlementList(GetSettlementListRequest.newBuilder()
                        .setDivision(BEIJING)
                        .setYear(year)
                        .build());
    }

    static List<String> lines(GetSettlementListResponse list) {
        return list.getLinesList().stream()
                .map(line -> line.getRank() + " " + line.getPoints() + " tied " + line.getTied()
                        + (line.getSettles() ? " settles" : ""))
                .toList();
    }
}
