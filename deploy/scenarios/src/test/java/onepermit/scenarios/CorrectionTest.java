package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import onepermit.education.v1.AdmissionRoundServiceGrpc;
import onepermit.education.v1.GetApplicationRequest;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.OpenRoundRequest;
import onepermit.education.v1.SchoolApplication;
import onepermit.education.v1.SchoolApplicationServiceGrpc;
import onepermit.education.v1.SchoolSeats;
import onepermit.exchange.v1.AnswerCorrectionRequest;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.CorrectionServiceGrpc.CorrectionServiceBlockingStub;
import onepermit.exchange.v1.CorrectionStanding;
import onepermit.exchange.v1.DataCorrection;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.ListCorrectionsRequest;
import onepermit.exchange.v1.ListOutcomesRequest;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RaiseCorrectionRequest;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.RevisionServiceGrpc;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.CorrectPeriodRequest;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenario 31, and the school's part of scenario 36: what public security corrects or records is decided again, and both decisions stay. */
class CorrectionTest extends Scenario {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SCHOOL = "E2E-C";
    private static final RequestContext ADMISSION =
            FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-CORRECTION");
    private static final RequestContext REGISTRATION =
            FrontDoor.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION, "E2E-CORRECTION");
    private String round = "";
    private int year;

    @BeforeAll
    void a_round_is_open_in_jimei() {
        city.knows("education", "school", "code,name,division,stage,seats", SCHOOL + ",示例三小," + JIMEI + ",PRIMARY,90");
        round = open();
        year = Integer.parseInt(round.substring(7));
    }

    @Test
    void scenario_31_a_wrong_move_in_date_is_corrected_by_its_owner_and_the_points_are_counted_again() {
        var family = family(2);
        var before = handIn(family);

        var raised = corrections("admission-officer")
                .raiseCorrection(RaiseCorrectionRequest.newBuilder()
                        .setCitizenId(family.father)
                        .setDataset("residence.registration")
                        .setFactId("residence")
                        .setDivision(JIMEI)
                        .setItem("periods.from")
                        .setOnRecord(since(2))
                        .setClaimed(since(5))
                        .setStatement("租赁备案载明入住日")
                        .setRequestId(id())
                        .setContext(ADMISSION)
                        .build())
                .getCorrection();
        assertThat(raised.getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_OPEN);
        assertThat(LocalDate.parse(raised.getDueOn()))
                .as("ten working days are two weeks at least")
                .isAfterOrEqualTo(LocalDate.parse(raised.getRaisedOn()).plusDays(14));
        assertThat(inbox()).extracting(DataCorrection::getId).contains(raised.getId());

        correctPeriod(family.father, since(2), since(5));
        corrections("permit-officer")
                .answerCorrection(AnswerCorrectionRequest.newBuilder()
                        .setId(raised.getId())
                        .setVerdict("CORRECTED")
                        .setReason("经核对租赁备案，入住日登记有误，已更正")
                        .setArticle("政务数据共享条例第二十六条")
                        .setEtag("v1")
                        .setRequestId(id())
                        .setContext(REGISTRATION)
                        .build());

        Eventually.within(SOON, "the school hears the answer", () -> answered(family.father, raised.getId()));
        Eventually.within(
                SOON, "the points are counted again", () -> decisions(before).size() == 2);
        var now = application(before.getNumber());
        assertThat(now.getPoints()).isGreaterThan(before.getPoints());
        assertThat(decision(before.getDecisionIds(0)).getResult().getPoints()).isEqualTo(before.getPoints());
        assertThat(decision(now.getDecisionIds(1)).getResult().getPoints()).isEqualTo(now.getPoints());
        assertThat(revisions(before)).singleElement().satisfies(revision -> {
            assertThat(revision.getBefore()).isEqualTo(before.getDecisionIds(0));
            assertThat(revision.getAfter()).isEqualTo(now.getDecisionIds(1));
            assertThat(revision.getBecauseList()).contains("residence.registration");
        });
    }

    @Test
    void scenario_36_who_moves_to_another_district_is_decided_again_by_the_school() {
        var family = family(5);
        var before = handIn(family);

        registrations(SIMING)
                .changeAddress(ChangeAddressRequest.newBuilder()
                        .setCitizenId(family.father)
                        .setDivision(SIMING)
                        .setAddress("某路2号")
                        .setFrom(year + "-06-01")
                        .setRequestId(id())
                        .setContext(REGISTRATION)
                        .build());

        Eventually.within(
                SOON,
                "the application is decided again",
                () -> decisions(before).size() >= 2);
        Eventually.within(
                SOON,
                "the officer is told",
                () -> revisions(before).stream()
                        .anyMatch(revision -> revision.getBecauseList().contains("residence.registration")));
        assertThat(decision(before.getDecisionIds(0)).getId()).isEqualTo(before.getDecisionIds(0));
    }

    /** The father lives here for so many years before the reckoning day, all else for five. */
    private Family family(int years) {
        var family = new Family(city, (year - 6) + "-03-02").kin().planned();
        family.lives(family.father, JIMEI, since(years))
                .works(family.father, JIMEI, since(5))
                .insured(family.father, (year - 5) + "-08", year + "-07")
                .lives(family.mother, JIMEI, since(2))
                .works(family.mother, JIMEI, since(2))
                .insured(family.mother, (year - 2) + "-08", year + "-07");
        city.isKnownTo("education");
        return family;
    }

    private String since(int years) {
        return (year - years) + "-08-01";
    }

    private String open() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (int of = 2016; of <= 2020; of++) {
            try {
                return door.as("admission-officer", JIMEI, AdmissionRoundServiceGrpc.newBlockingStub(door.channel()))
                        .openRound(OpenRoundRequest.newBuilder()
                                .setDivision(JIMEI)
                                .setSchoolYear(of)
                                .setOpens(today.toString())
                                .setCloses(today.plusDays(30).toString())
                                .addSeats(SchoolSeats.newBuilder()
                                        .setSchool(SCHOOL)
                                        .setSeats(2))
                                .setRequestId(id())
                                .build())
                        .getRound()
                        .getId();
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
            }
        }
        throw new AssertionError("every school year of this stack has its round; start a new stack");
    }

    private SchoolApplication handIn(Family family) {
        return applications()
                .handIn(HandInRequest.newBuilder()
                        .setRound(round)
                        .setChildId(family.child)
                        .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                        .addGuardians(Guardian.newBuilder().setCitizenId(family.mother))
                        .addPreferences(SCHOOL)
                        .setRequestId(id())
                        .setContext(ADMISSION)
                        .build())
                .getApplication();
    }

    private SchoolApplication application(String number) {
        return applications()
                .getApplication(GetApplicationRequest.newBuilder()
                        .setNumber(number)
                        .setContext(ADMISSION)
                        .build())
                .getApplication();
    }

    private List<String> decisions(SchoolApplication application) {
        return application(application.getNumber()).getDecisionIdsList();
    }

    private Decision decision(String id) {
        return door.at("education", "admission-officer", JIMEI, DecisionServiceGrpc.newBlockingStub(door.channel()))
                .getDecision(GetDecisionRequest.newBuilder()
                        .setId(id)
                        .setContext(ADMISSION)
                        .build())
                .getDecision();
    }

    private List<DecisionRevision> revisions(SchoolApplication application) {
        return door.at("education", "admission-officer", JIMEI, RevisionServiceGrpc.newBlockingStub(door.channel()))
                .listRevisions(ListRevisionsRequest.newBuilder()
                        .setCaseId(application.getNumber())
                        .setContext(ADMISSION)
                        .build())
                .getRevisionsList();
    }

    private boolean answered(String person, String id) {
        return door
                .at("education", "admission-officer", JIMEI, CorrectionServiceGrpc.newBlockingStub(door.channel()))
                .listOutcomes(ListOutcomesRequest.newBuilder()
                        .setCitizenId(person)
                        .setContext(ADMISSION)
                        .build())
                .getOutcomesList()
                .stream()
                .anyMatch(outcome -> outcome.getId().equals(id)
                        && outcome.getOutcome().getStanding() == CorrectionStanding.CORRECTION_STANDING_CORRECTED);
    }

    private List<DataCorrection> inbox() {
        return corrections("permit-officer")
                .listCorrections(ListCorrectionsRequest.newBuilder()
                        .setPageSize(100)
                        .setContext(REGISTRATION)
                        .build())
                .getCorrectionsList();
    }

    private void correctPeriod(String person, String recorded, String from) {
        registrations(JIMEI)
                .correctPeriod(CorrectPeriodRequest.newBuilder()
                        .setCitizenId(person)
                        .setDivision(JIMEI)
                        .setRecordedFrom(recorded)
                        .setFrom(from)
                        .setEtag(etag(person))
                        .setRequestId(id())
                        .setContext(REGISTRATION)
                        .build());
    }

    private String etag(String person) {
        return registrations(JIMEI)
                .getResidence(GetResidenceRequest.newBuilder()
                        .setCitizenId(person)
                        .setContext(REGISTRATION)
                        .build())
                .getEtag();
    }

    /** At public security, whoever asks. */
    private CorrectionServiceBlockingStub corrections(String role) {
        return door.at("permit", role, JIMEI, CorrectionServiceGrpc.newBlockingStub(door.channel()));
    }

    private RegistrationServiceGrpc.RegistrationServiceBlockingStub registrations(String division) {
        return door.as("permit-officer", division, RegistrationServiceGrpc.newBlockingStub(door.channel()));
    }

    private SchoolApplicationServiceGrpc.SchoolApplicationServiceBlockingStub applications() {
        return door.as("admission-officer", JIMEI, SchoolApplicationServiceGrpc.newBlockingStub(door.channel()));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
