package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import onepermit.education.EducationServiceApplication;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.AnswerMandateRequest;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.ListMandatesRequest;
import onepermit.exchange.v1.Mandate;
import onepermit.exchange.v1.MandateAct;
import onepermit.exchange.v1.MandateServiceGrpc;
import onepermit.exchange.v1.MandateServiceGrpc.MandateServiceBlockingStub;
import onepermit.exchange.v1.MandateState;
import onepermit.exchange.v1.RequestMandateRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batches of an officer who may ask about six persons a day without a mandate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandateTest {
    private static final String SIMING = "350203";
    private static final String BATCH =
            AdmissionServiceGrpc.getVerifyEligibilityBatchMethod().getFullMethodName();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final RunningService service =
            RunningService.start(EducationServiceApplication.class, Map.of("onepermit.looks.batch", "6"));
    private final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);

    private record Pair(String child, String father) {
        static Pair made() {
            return new Pair(SyntheticIds.woman("2014-03-02"), SyntheticIds.man("1988-05-04"));
        }

        List<String> ids() {
            return List.of(child, father);
        }
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void beyond_its_number_a_batch_is_answered_for_whom_a_supervisor_has_approved_and_nobody_else() throws Exception {
        List<Pair> pairs = List.of(Pair.made(), Pair.made(), Pair.made(), Pair.made(), Pair.made());
        assertThat(reasons("chen", pairs.subList(0, 3), "")).containsOnly("");
        assertThat(reasons("chen", pairs.subList(3, 4), "")).containsExactly("MANDATE_NEEDED");

        Mandate asked = ask("chen", pairs.subList(1, 5));
        assertThat(asked.getSize()).isEqualTo(8);
        assertThat(asked.getListHash().size()).isEqualTo(32);
        assertThat(reasons("chen", pairs.subList(3, 5), asked.getMandateId())).containsOnly("MANDATE_NOT_IN_FORCE");

        Mandate approved = answer("wu", SIMING, asked, MandateAct.MANDATE_ACT_APPROVE, "");
        assertThat(approved.getState()).isEqualTo(MandateState.MANDATE_STATE_APPROVED);
        Await.until(
                "the mandate holds",
                Duration.ofSeconds(5),
                () -> reasons("chen", pairs.subList(3, 5), asked.getMandateId()).equals(List.of("", "")));
        assertThat(lastLeaf().getMandate()).isEqualTo(asked.getMandateId());
        assertThat(lastLeaf().getPersonsCount()).isEqualTo(2);
        assertThat(reasons("chen", pairs.subList(0, 1), asked.getMandateId())).containsExactly("MANDATE_FOR_OTHERS");
        assertThat(lastLeaf().getMandate()).isEmpty();
        assertThat(reasons("lin", pairs.subList(3, 4), asked.getMandateId())).containsExactly("MANDATE_UNKNOWN");
        assertThat(reasons("lin", pairs.subList(3, 4), "no-mandate")).containsExactly("FIELD_INVALID");

        answer("wu", SIMING, approved, MandateAct.MANDATE_ACT_WITHDRAW, "the round was put off");
        Await.until(
                "it holds no longer",
                Duration.ofSeconds(5),
                () -> reasons("chen", pairs.subList(3, 4), asked.getMandateId())
                        .equals(List.of("MANDATE_NOT_IN_FORCE")));
    }

    @Test
    void it_is_approved_by_another_one_of_the_division_alone_and_once() {
        Mandate asked = supervisor("wu", SIMING)
                .requestMandate(request(Pair.made().ids()))
                .getMandate();

        assertThat(refused(() -> answer("wu", SIMING, asked, MandateAct.MANDATE_ACT_APPROVE, "")))
                .returns("FOUR_EYES", Refused::reason)
                .returns(Status.Code.PERMISSION_DENIED, Refused::code);
        assertThat(refused(() -> answer("he", "350211", asked, MandateAct.MANDATE_ACT_APPROVE, "")))
                .returns("MANDATE_UNKNOWN", Refused::reason);
        assertThat(refused(() -> answer("he", SIMING, asked, MandateAct.MANDATE_ACT_REFUSE, ""))
                        .reason())
                .isEqualTo("REASON_MISSING");
        Mandate refused = answer("he", "350200", asked, MandateAct.MANDATE_ACT_REFUSE, "not needed");
        assertThat(refused.getAnsweredBy()).isEqualTo("he");
        assertThat(refused(() -> answer("he", SIMING, refused, MandateAct.MANDATE_ACT_APPROVE, ""))
                        .reason())
                .isEqualTo("MANDATE_ANSWERED");
        assertThat(refused(() -> answer("he", SIMING, asked, MandateAct.MANDATE_ACT_APPROVE, ""))
                        .reason())
                .isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void what_cannot_be_approved_is_not_asked_for() {
        assertThat(spoiled(request -> request.setMethod("onepermit.education.v1.AdmissionService/VerifyEligibility")))
                .isEqualTo("MANDATE_METHOD");
        assertThat(spoiled(request -> request.setValidUntil(TODAY.minusDays(1).toString())))
                .isEqualTo("DATE_PAST");
        assertThat(spoiled(request -> request.setValidUntil(TODAY.plusDays(62).toString())))
                .isEqualTo("MANDATE_TOO_LONG");
        assertThat(spoiled(request -> request.setDivision("350211"))).isEqualTo("DIVISION");
        assertThat(spoiled(request -> request.setContext(Contexts.PENSION))).isEqualTo("PURPOSE");
        assertThat(spoiled(request -> request.addCitizenIds("990101199506120118")))
                .isEqualTo("CITIZEN_ID_CHECK_DIGIT");
    }

    @Test
    void an_officer_sees_his_own_a_supervisor_those_of_the_division_and_who_is_erased_leaves_the_list() {
        Pair pair = Pair.made();
        Mandate asked = ask("zhao", List.of(pair));

        assertThat(seen(officer("zhao"))).contains(asked);
        assertThat(seen(officer("qian"))).isEmpty();
        assertThat(seen(supervisor("wu", SIMING))).contains(asked);
        assertThat(seen(supervisor("wu", "350211"))).doesNotContain(asked);

        new Erasing(service, "education").erase(pair.child());
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM mandate_person WHERE mandate = ?", Long.class, asked.getMandateId()))
                .isEqualTo(1);
    }

    private static List<Mandate> seen(MandateServiceBlockingStub by) {
        return by.listMandates(ListMandatesRequest.getDefaultInstance()).getMandatesList();
    }

    private String spoiled(Consumer<RequestMandateRequest.Builder> spoil) {
        RequestMandateRequest.Builder request = request(Pair.made().ids()).toBuilder();
        spoil.accept(request);
        return refused(() -> officer("chen").requestMandate(request.build())).reason();
    }

    private static Refused refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Refused.by(call);
    }

    private Mandate ask(String officer, List<Pair> pairs) {
        return officer(officer)
                .requestMandate(request(
                        pairs.stream().flatMap(pair -> pair.ids().stream()).toList()))
                .getMandate();
    }

    private Mandate answer(String by, String division, Mandate mandate, MandateAct act, String reason) {
        return supervisor(by, division)
                .answerMandate(AnswerMandateRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setMandateId(mandate.getMandateId())
                        .setEtag(mandate.getEtag())
                        .setAct(act)
                        .setReason(reason)
                        .build())
                .getMandate();
    }

    private static RequestMandateRequest request(List<String> ids) {
        return RequestMandateRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setMethod(BATCH)
                .setDivision(SIMING)
                .addAllCitizenIds(ids)
                .setValidUntil(TODAY.plusDays(7).toString())
                .setContext(Contexts.ADMISSION)
                .build();
    }

    private MandateServiceBlockingStub officer(String name) {
        return service.as(
                name, "admission-officer", "education", SIMING, MandateServiceGrpc.newBlockingStub(service.channel()));
    }

    private MandateServiceBlockingStub supervisor(String name, String division) {
        return service.as(name, "supervisor", "", division, MandateServiceGrpc.newBlockingStub(service.channel()));
    }

    /** Of each line, one after the other; empty where it was answered. */
    private List<String> reasons(String officer, List<Pair> pairs, String mandate) {
        var stub = service.as(
                officer,
                "admission-officer",
                "education",
                SIMING,
                AdmissionServiceGrpc.newBlockingStub(service.channel()));
        var call = ClientCalls.blockingBidiStreamingCall(
                stub.getChannel(),
                AdmissionServiceGrpc.getVerifyEligibilityBatchMethod(),
                stub.getCallOptions().withDeadlineAfter(30, TimeUnit.SECONDS));
        List<String> reasons = new ArrayList<>();
        try {
            for (Pair pair : pairs) {
                call.write(line(pair, mandate));
                VerifyEligibilityBatchResponse answer = Objects.requireNonNull(call.read(30, TimeUnit.SECONDS));
                reasons.add(answer.getError().getReason());
            }
            call.halfClose();
        } catch (Exception e) {
            throw new AssertionError("the batch broke", e);
        }
        return reasons;
    }

    private static VerifyEligibilityBatchRequest line(Pair pair, String mandate) {
        return VerifyEligibilityBatchRequest.newBuilder()
                .setKey("line")
                .setMandateId(mandate)
                .setRequest(VerifyEligibilityRequest.newBuilder()
                        .setChildId(pair.child())
                        .addGuardians(Guardian.newBuilder().setCitizenId(pair.father()))
                        .setDivision(SIMING)
                        .setSchoolYear(2020)
                        .setContext(Contexts.ADMISSION))
                .build();
    }

    private LedgerLeaf lastLeaf() throws com.google.protobuf.InvalidProtocolBufferException {
        byte[] leaf = jdbc.queryForObject("SELECT leaf FROM ledger_leaf ORDER BY index DESC LIMIT 1", byte[].class);
        return LedgerLeaf.parseFrom(Objects.requireNonNull(leaf));
    }
}
