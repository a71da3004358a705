package onepermit.exchange.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.supervision.Months;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.AnswerCorrectionRequest;
import onepermit.exchange.v1.CorrectionEvidence;
import onepermit.exchange.v1.CorrectionFact;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.CorrectionServiceGrpc.CorrectionServiceBlockingStub;
import onepermit.exchange.v1.CorrectionStanding;
import onepermit.exchange.v1.DataCorrection;
import onepermit.exchange.v1.GetCorrectionRequest;
import onepermit.exchange.v1.ListCorrectionsRequest;
import onepermit.exchange.v1.ListOutcomesRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RaiseCorrectionRequest;
import onepermit.exchange.v1.RaiseCorrectionResponse;
import onepermit.exchange.v1.SupplementCorrectionRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Education doubts what public security has on record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionServiceTest {
    private static final String SIMING = "350203";
    private static final String JIMEI = "350211";

    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education = permit.beside(EducationRoad.class, permit.asPeer("permit"));
    private final CorrectionServiceBlockingStub school = atPermit("admission-officer", "education", SIMING);
    private final CorrectionServiceBlockingStub police = atPermit("permit-officer", "permit", SIMING);
    private final String citizen = SyntheticIds.man("2019-08-30");

    @AfterAll
    void close() {
        education.close();
        permit.close();
    }

    @Test
    void a_doubt_is_checked_by_the_owner_within_ten_working_days_and_the_answer_goes_back() {
        new Owner(permit.context())
                .publish(SIMING, permit.bean(PersonKeys.class).of(id(citizen)));
        DataCorrection raised = school.raiseCorrection(doubt(citizen).build()).getCorrection();
        assertThat(raised.getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_OPEN);
        assertThat(raised.getDueOn())
                .isEqualTo(WorkingDays.load().after(today(), 10).toString());
        assertThat(inbox(police)).extracting(DataCorrection::getId).contains(raised.getId());
        Await.until(
                "education hears that it is open",
                () -> standing(citizen, raised.getId()).equals("OPEN"));

        assertThat(refused(() -> police.answerCorrection(
                                answer(raised.getId(), "CORRECTED", "v1").build()))
                        .reason())
                .as("nothing was corrected yet")
                .isEqualTo("NOT_CHANGED");
        new Owner(permit.context()).publish(JIMEI, permit.bean(PersonKeys.class).of(id(citizen)));
        police.answerCorrection(answer(raised.getId(), "CORRECTED", "v1").build());

        Await.until(
                "education hears the answer",
                () -> standing(citizen, raised.getId()).equals("CORRECTED"));
        assertThat(inbox(police)).extracting(DataCorrection::getId).doesNotContain(raised.getId());
        assertThat(school.getCorrection(get(raised.getId())).getCorrection().getReason())
                .isEqualTo("the register of households was read again");
        assertThat(refused(() -> police.answerCorrection(
                                answer(raised.getId(), "NOT_CORRECTED", "v2").build()))
                        .reason())
                .isEqualTo("CORRECTION_ANSWERED");
    }

    @Test
    void to_all_but_the_owners_office_and_who_raised_it_it_looks_like_none() {
        String id = raise(SyntheticIds.woman("2019-01-02"));

        for (CorrectionServiceBlockingStub other : List.of(
                atPermit("permit-officer", "permit", JIMEI),
                atPermit("admission-officer", "education", JIMEI),
                atPermit("vaccination-officer", "health", SIMING))) {
            assertThat(refused(() -> other.getCorrection(get(id))).reason()).isEqualTo("CORRECTION_NOT_FOUND");
            assertThat(inbox(other)).extracting(DataCorrection::getId).doesNotContain(id);
        }
        assertThat(inbox(school)).extracting(DataCorrection::getId).contains(id);
        assertThat(refused(() -> school.answerCorrection(
                                answer(id, "NOT_CORRECTED", "v1").build()))
                        .code())
                .as("who raised it does not answer it")
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void what_the_owner_still_needs_is_asked_for_and_the_days_run_anew() {
        String id = raise(SyntheticIds.man("2018-03-04"));
        police.answerCorrection(answer(id, "MORE_NEEDED", "v1").build());
        permit.bean(JdbcTemplate.class).update("UPDATE correction SET due_on = '2026-01-05' WHERE id = ?", id);

        DataCorrection now = school.supplementCorrection(SupplementCorrectionRequest.newBuilder()
                        .setId(id)
                        .setStatement("the lease names the day")
                        .addEvidence(
                                CorrectionEvidence.newBuilder().setKind("LEASE").setSha256("ab".repeat(32)))
                        .setEtag("v2")
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(Contexts.ADMISSION)
                        .build())
                .getCorrection();

        assertThat(now.getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_OPEN);
        assertThat(now.getEvidenceList()).hasSize(2);
        assertThat(now.getDueOn())
                .isEqualTo(WorkingDays.load().after(today(), 10).toString());
    }

    @Test
    void a_record_that_stays_has_an_article() {
        String id = raise(SyntheticIds.man("2018-03-05"));

        assertThat(refused(() -> police.answerCorrection(
                                answer(id, "NOT_CORRECTED", "v1").clearArticle().build()))
                        .reason())
                .isEqualTo("ARTICLE_MISSING");
        assertThat(police.answerCorrection(answer(id, "NOT_CORRECTED", "v1").build())
                        .getCorrection()
                        .getStanding())
                .isEqualTo(CorrectionStanding.CORRECTION_STANDING_NOT_CORRECTED);
    }

    @Test
    void who_may_not_read_a_record_cannot_doubt_it_and_a_foreign_dataset_is_sent_to_its_owner() {
        RaiseCorrectionRequest.Builder doubt = doubt(SyntheticIds.man("2018-03-06"));

        assertThat(refused(() -> school.raiseCorrection(doubt.clone()
                                .setContext(Contexts.of(Purpose.PURPOSE_SCHOOL_ROLL))
                                .build()))
                        .reason())
                .isEqualTo("NOT_AGREED");
        Refused owner = refused(() -> school.raiseCorrection(
                doubt.clone().setDataset("si.months").clearItem().build()));
        assertThat(owner.reason()).isEqualTo("DATASET_NOT_OWNED");
        assertThat(owner.text()).contains("social");
        assertThat(refused(() -> school.raiseCorrection(
                                doubt.clone().setItem("address").build()))
                        .reason())
                .isEqualTo("ITEM_UNKNOWN");
        assertThat(refused(() -> school.raiseCorrection(doubt.clone()
                                .setStatement("same as 990101198001010010")
                                .build()))
                        .reason())
                .isEqualTo("ID_NUMBER");
    }

    @Test
    void a_repeat_is_answered_as_before_and_a_second_doubt_of_the_same_field_waits_for_the_first() {
        RaiseCorrectionRequest doubt = doubt(SyntheticIds.man("2018-03-07")).build();

        RaiseCorrectionResponse first = school.raiseCorrection(doubt);

        assertThat(school.raiseCorrection(doubt)).isEqualTo(first);
        assertThat(refused(() -> school.raiseCorrection(doubt.toBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .build()))
                        .reason())
                .isEqualTo("CORRECTION_OPEN");
    }

    @Test
    void an_overdue_one_is_seen_by_officers_operation_and_supervision() {
        String id = raise(SyntheticIds.man("2018-03-08"));
        YearMonth month = YearMonth.of(2026, 2);
        permit.bean(JdbcTemplate.class).update("UPDATE correction SET due_on = '2026-02-03' WHERE id = ?", id);

        List<DataCorrection> overdue = police.listCorrections(ListCorrectionsRequest.newBuilder()
                        .setOverdueOnly(true)
                        .setContext(Contexts.PERMIT)
                        .build())
                .getCorrectionsList();

        assertThat(overdue).filteredOn(of -> of.getId().equals(id)).hasSize(1).allMatch(DataCorrection::getOverdue);
        assertThat(permit.bean(MeterRegistry.class)
                        .get("onepermit.corrections.overdue")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(permit.bean(Months.class).between(month, month).getFirst().dueCorrections())
                .satisfies(due -> assertThat(due.overdue()).isEqualTo(due.due()).isPositive());
    }

    @Test
    void who_is_meant_and_what_is_said_lie_sealed_and_are_not_in_the_fact() {
        String number = SyntheticIds.woman("2018-03-09");
        String id = raise(number);

        byte[] row = permit.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT citizen || claimed || statement FROM correction WHERE id = ?", byte[].class, id);
        byte[] fact = permit.bean(JdbcTemplate.class)
                .queryForObject("SELECT payload FROM fact WHERE fact_id = ?", byte[].class, id);

        assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain(number, "350211", "lease");
        assertThat(new String(fact, StandardCharsets.ISO_8859_1)).doesNotContain(number, "350211", "lease");
    }

    @Test
    void a_department_raises_by_itself_and_what_is_sent_twice_is_one_correction() {
        OwnersDesk desk = education.bean(OwnersDesk.class);
        RaiseCorrectionRequest doubt =
                doubt(SyntheticIds.man("2018-03-10")).setRaisedIn(SIMING).build();

        OwnersDesk.Said said = desk.raise("permit", doubt);

        assertThat(said).isInstanceOf(OwnersDesk.Said.Raised.class).isEqualTo(desk.raise("permit", doubt));
        assertThat(inbox(school)).extracting(DataCorrection::getId).contains(((OwnersDesk.Said.Raised) said).id());
        assertThat(desk.raise(
                        "permit", doubt.toBuilder().setDataset("si.months").build()))
                .isEqualTo(new OwnersDesk.Said.Refused("DATASET_NOT_OWNED"));
        assertThat(desk.raise("social", doubt)).isInstanceOf(OwnersDesk.Said.Later.class);
    }

    private String raise(String number) {
        return school.raiseCorrection(doubt(number).build()).getCorrection().getId();
    }

    private static RaiseCorrectionRequest.Builder doubt(String number) {
        return RaiseCorrectionRequest.newBuilder()
                .setCitizenId(number)
                .setDataset(Owner.DATASET)
                .setFactId("hukou")
                .setDivision(SIMING)
                .setItem("division")
                .setOnRecord("350203")
                .setClaimed("350211")
                .setStatement("the lease says otherwise")
                .addEvidence(CorrectionEvidence.newBuilder().setKind("LEASE").setSha256("0f".repeat(32)))
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Contexts.ADMISSION);
    }

    private static AnswerCorrectionRequest.Builder answer(String id, String verdict, String etag) {
        return AnswerCorrectionRequest.newBuilder()
                .setId(id)
                .setVerdict(verdict)
                .setReason("the register of households was read again")
                .setArticle("政务数据共享条例第二十六条")
                .setEtag(etag)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Contexts.PERMIT);
    }

    private static GetCorrectionRequest get(String id) {
        return GetCorrectionRequest.newBuilder()
                .setId(id)
                .setContext(Contexts.ADMISSION)
                .build();
    }

    private static List<DataCorrection> inbox(CorrectionServiceBlockingStub officer) {
        return officer.listCorrections(ListCorrectionsRequest.newBuilder()
                        .setPageSize(100)
                        .setContext(Contexts.PERMIT)
                        .build())
                .getCorrectionsList();
    }

    /** As education's own copy has it. */
    private String standing(String number, String id) {
        return education
                .as(
                        "admission-officer",
                        "education",
                        SIMING,
                        CorrectionServiceGrpc.newBlockingStub(education.channel()))
                .listOutcomes(ListOutcomesRequest.newBuilder()
                        .setCitizenId(number)
                        .setContext(Contexts.ADMISSION)
                        .build())
                .getOutcomesList()
                .stream()
                .filter(outcome ->
                        outcome.getId().equals(id) && outcome.getOwner().equals("permit"))
                .map(outcome -> said(outcome.getOutcome()))
                .findFirst()
                .orElse("");
    }

    private static String said(CorrectionFact fact) {
        return fact.getStanding().name().replace("CORRECTION_STANDING_", "");
    }

    private CorrectionServiceBlockingStub atPermit(String role, String department, String division) {
        return permit.as(role, department, division, CorrectionServiceGrpc.newBlockingStub(permit.channel()));
    }

    private onepermit.exchange.identity.CitizenId id(String number) {
        return permit.bean(CitizenIds.class).read("citizen_id", number);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static Refused refused(Runnable call) {
        return Refused.by(call::run);
    }
}
