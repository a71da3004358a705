package onepermit.exchange.agreement.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.UUID;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.AgreementEvent;
import onepermit.exchange.v1.AgreementServiceGrpc;
import onepermit.exchange.v1.AgreementServiceGrpc.AgreementServiceBlockingStub;
import onepermit.exchange.v1.AgreementState;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.ApproveAgreementRequest;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.GetAgreementRequest;
import onepermit.exchange.v1.ListAgreementsRequest;
import onepermit.exchange.v1.NarrowAgreementRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RefuseAgreementRequest;
import onepermit.exchange.v1.RequestAgreementRequest;
import onepermit.exchange.v1.ResumeAgreementRequest;
import onepermit.exchange.v1.RevokeAgreementRequest;
import onepermit.exchange.v1.SharingAgreement;
import onepermit.exchange.v1.SharingClass;
import onepermit.exchange.v1.SuspendAgreementRequest;
import onepermit.exchange.v1.WidenAgreementRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Education asks public security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementServiceTest {
    private static final String LAW = "《义务教育法》第十二条";

    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final AgreementServiceBlockingStub owner = as("administrator", "permit");
    private final AgreementServiceBlockingStub consumer = as("administrator", "education");

    @AfterAll
    void close() {
        permit.close();
    }

    @Test
    void what_is_asked_for_is_given_once_the_owner_has_approved_and_says_on_which_basis() {
        SharingAgreement asked = request(terms("dwelling"));
        assertThat(asked.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_REQUESTED);
        assertThat(asked.hasTerms()).isFalse();
        assertThat(asked.getRequest().getDueOn())
                .isGreaterThan(asked.getRequest().getAskedOn());

        SharingAgreement given = approve(asked);

        assertThat(given.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_IN_FORCE);
        assertThat(given.getLegalBasis()).isEqualTo(LAW);
        assertThat(given.getTerms().getGrants(0).getFieldsList()).contains("dwellings.kind");
        assertThat(given.getBases(0).getSharingClass()).isEqualTo(SharingClass.SHARING_CLASS_CONDITIONAL);
        assertThat(given.getBases(0).getSharingBasis().getZh()).isNotEmpty();
        assertThat(given.getHistoryList()).extracting(AgreementEvent::getAct).containsExactly("REQUESTED", "APPROVED");
    }

    @Test
    void a_refusal_needs_a_reason() {
        SharingAgreement asked = request(terms("dwelling"));

        assertThat(Refused.by(() -> refuse(asked, "  ")).reason()).isEqualTo("REASON_MISSING");

        SharingAgreement refused = refuse(asked, "不在履行职责范围内");
        assertThat(refused.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_REFUSED);
        assertThat(refused.getHistory(1).getReason()).isEqualTo("不在履行职责范围内");
        assertThat(Refused.by(() -> approve(refused)).reason()).isEqualTo("NOT_REQUESTED");
    }

    @Test
    void narrowing_needs_nobody_and_widening_needs_the_owner() {
        SharingAgreement given = approve(request(terms("dwelling", "hukou.place")));

        SharingAgreement narrow = narrow(given, terms("dwelling"));
        assertThat(narrow.getTerms().getGrantsCount()).isEqualTo(1);
        assertThat(Refused.by(() -> narrow(narrow, terms("dwelling", "hukou.place")))
                        .reason())
                .isEqualTo("TERMS_WIDER");

        SharingAgreement asked = widen(narrow, terms("dwelling", "name.tag"));
        assertThat(asked.getTerms()).isEqualTo(narrow.getTerms());
        assertThat(asked.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_IN_FORCE);
        assertThat(Refused.by(() -> widen(asked, terms("dwelling", "name.tag"))).reason())
                .isEqualTo("REQUEST_OPEN");
        assertThat(approve(asked).getTerms().getGrantsCount()).isEqualTo(2);
    }

    @Test
    void the_owner_suspends_resumes_and_revokes_for_good() {
        SharingAgreement given = approve(request(terms("dwelling")));

        SharingAgreement suspended = suspend(given);
        assertThat(suspended.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_SUSPENDED);
        SharingAgreement resumed = owner.resumeAgreement(ResumeAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(given.getId())
                        .setEtag(suspended.getEtag())
                        .build())
                .getAgreement();
        assertThat(resumed.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_IN_FORCE);
        SharingAgreement revoked = revoke(resumed);
        assertThat(revoked.getState()).isEqualTo(AgreementState.AGREEMENT_STATE_REVOKED);
        assertThat(Refused.by(() -> suspend(revoked)).reason()).isEqualTo("REVOKED");
    }

    @Test
    void each_side_does_its_own_and_who_has_no_side_finds_nothing() {
        SharingAgreement asked = request(terms("dwelling"));

        assertThat(Refused.by(() -> approve(consumer, asked)).reason()).isEqualTo("PARTY");
        assertThat(Refused.by(() -> approve(as("auditor", "permit"), asked)).reason())
                .isEqualTo("ROLE");
        Refused foreign = Refused.by(() -> approve(as("administrator", "health"), asked));
        Refused unknown = Refused.by(() -> approve(
                as("administrator", "health"),
                asked.toBuilder().setId("permit-none").build()));
        assertThat(foreign).isEqualTo(unknown);
        assertThat(foreign.code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(as("auditor", "education")
                        .getAgreement(GetAgreementRequest.newBuilder()
                                .setId(asked.getId())
                                .build())
                        .getAgreement())
                .isEqualTo(asked);
        assertThat(as("auditor", "health")
                        .listAgreements(ListAgreementsRequest.newBuilder()
                                .setConsumer("education")
                                .build())
                        .getAgreementsList())
                .isEmpty();
    }

    @Test
    void an_integrator_asks_for_its_own_client() {
        SharingAgreement asked = permit.as("integrator", AgreementServiceGrpc.newBlockingStub(permit.channel()))
                .requestAgreement(RequestAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setTerms(terms("permit.status"))
                        .setLegalBasis(LAW)
                        .build())
                .getAgreement();

        assertThat(asked.getConsumer()).isEqualTo("local-integrator");
    }

    @Test
    void an_integrator_gets_no_tags_by_which_persons_could_be_joined() {
        assertThat(Refused.by(() -> permit.as("integrator", AgreementServiceGrpc.newBlockingStub(permit.channel()))
                        .requestAgreement(RequestAgreementRequest.newBuilder()
                                .setRequestId(uuid())
                                .setTerms(terms("name.tag"))
                                .setLegalBasis(LAW)
                                .build())))
                .returns("TAGS_INSIDE", Refused::reason)
                .returns(Status.Code.FAILED_PRECONDITION, Refused::code);
    }

    @Test
    void a_repeat_gets_the_first_answer_and_old_reading_is_refused() {
        RequestAgreementRequest request = RequestAgreementRequest.newBuilder()
                .setRequestId(uuid())
                .setTerms(terms("dwelling"))
                .setLegalBasis(LAW)
                .build();
        SharingAgreement first = consumer.requestAgreement(request).getAgreement();
        assertThat(consumer.requestAgreement(request).getAgreement()).isEqualTo(first);

        approve(first);
        assertThat(Refused.by(() -> refuse(first, "too late")).reason()).isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void terms_that_cannot_be_are_refused_by_their_name() {
        assertThat(reason(terms())).isEqualTo("TERMS_NO_DATASET");
        assertThat(reason(terms("si.months"))).isEqualTo("TERMS_DATASET_UNKNOWN");
        assertThat(reason(terms("agreement.permit"))).isEqualTo("TERMS_DATASET_UNKNOWN");
        assertThat(reason(terms("dwelling", "dwelling"))).isEqualTo("TERMS_TWICE");
        assertThat(reason(terms("dwelling").toBuilder().clearPurposes().build()))
                .isEqualTo("TERMS_NO_PURPOSE");
        assertThat(reason(terms("dwelling").toBuilder().setValidTo("2025-07-31").build()))
                .isEqualTo("TERMS_DAYS");
        assertThat(reason(terms("dwelling").toBuilder().setValidTo("soon").build()))
                .isEqualTo("TERMS_DAYS");
        assertThat(reason(AgreementTerms.newBuilder(terms("dwelling"))
                        .setGrants(
                                0,
                                DatasetGrant.newBuilder().setDataset("dwelling").addFields("colour"))
                        .build()))
                .isEqualTo("TERMS_FIELD_UNKNOWN");
        assertThat(Refused.by(() -> as("administrator", "health")
                                .requestAgreement(RequestAgreementRequest.newBuilder()
                                        .setRequestId(uuid())
                                        .setTerms(terms("dwelling"))
                                        .setLegalBasis(LAW)
                                        .build()))
                        .reason())
                .isEqualTo("NOT_OFFERED");
    }

    @Test
    void the_first_agreements_are_there_and_pages_go_on() {
        var first = owner.listAgreements(ListAgreementsRequest.newBuilder()
                .setConsumer("social")
                .setPageSize(1)
                .build());
        var second = owner.listAgreements(ListAgreementsRequest.newBuilder()
                .setConsumer("social")
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getAgreements(0).getId()).isEqualTo("permit-social-contribution");
        assertThat(first.getAgreements(0).getLegalBasis()).contains("个人信息保护法");
        assertThat(second.getAgreementsList())
                .extracting(SharingAgreement::getId)
                .containsExactly("permit-social-correction", "permit-social-pension", "permit-social-points");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    private String reason(AgreementTerms terms) {
        return Refused.by(() -> request(terms)).reason();
    }

    private SharingAgreement request(AgreementTerms terms) {
        return consumer.requestAgreement(RequestAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setTerms(terms)
                        .setLegalBasis(LAW)
                        .build())
                .getAgreement();
    }

    private SharingAgreement approve(SharingAgreement asked) {
        return approve(owner, asked);
    }

    private static SharingAgreement approve(AgreementServiceBlockingStub by, SharingAgreement asked) {
        return by.approveAgreement(ApproveAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(asked.getId())
                        .setEtag(asked.getEtag())
                        .build())
                .getAgreement();
    }

    private SharingAgreement refuse(SharingAgreement asked, String reason) {
        return owner.refuseAgreement(RefuseAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(asked.getId())
                        .setEtag(asked.getEtag())
                        .setReason(reason)
                        .build())
                .getAgreement();
    }

    private SharingAgreement narrow(SharingAgreement given, AgreementTerms left) {
        return consumer.narrowAgreement(NarrowAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(given.getId())
                        .setEtag(given.getEtag())
                        .setTerms(left)
                        .build())
                .getAgreement();
    }

    private SharingAgreement widen(SharingAgreement given, AgreementTerms asked) {
        return consumer.widenAgreement(WidenAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(given.getId())
                        .setEtag(given.getEtag())
                        .setTerms(asked)
                        .setLegalBasis(LAW)
                        .build())
                .getAgreement();
    }

    private SharingAgreement suspend(SharingAgreement given) {
        return owner.suspendAgreement(SuspendAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(given.getId())
                        .setEtag(given.getEtag())
                        .setReason("核查")
                        .build())
                .getAgreement();
    }

    private SharingAgreement revoke(SharingAgreement given) {
        return owner.revokeAgreement(RevokeAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(given.getId())
                        .setEtag(given.getEtag())
                        .setReason("不再需要")
                        .build())
                .getAgreement();
    }

    private static AgreementTerms terms(String... datasets) {
        AgreementTerms.Builder terms = AgreementTerms.newBuilder()
                .addPurposes(Purpose.PURPOSE_SCHOOL_ADMISSION)
                .setValidFrom("2025-08-01")
                .setValidTo("2035-07-31");
        for (String dataset : datasets) {
            terms.addGrants(DatasetGrant.newBuilder().setDataset(dataset));
        }
        return terms.build();
    }

    private AgreementServiceBlockingStub as(String role, String department) {
        return permit.as(role, department, "", AgreementServiceGrpc.newBlockingStub(permit.channel()));
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
