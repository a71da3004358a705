package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import onepermit.education.Ground;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.RequestDocumentRequest;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions that cannot be answered: a clear reason, nothing personal, nothing stored. */
class AdmissionBadInputTest {
    private static final String GOOD = "990101199506120117";
    private final Ground ground = Ground.get();

    @ParameterizedTest
    @CsvSource({
        "990101199506120118, CITIZEN_ID_CHECK_DIGIT",
        "990302202102290138, CITIZEN_ID_BIRTH_DATE",
        "990302202113010138, CITIZEN_ID_BIRTH_DATE",
        "990301299901010013, CITIZEN_ID_BIRTH_FUTURE",
        "990101950612011, CITIZEN_ID_OLD_15",
        "９９０１０１１９９５０６１２０１１７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011, CITIZEN_ID_LENGTH",
    })
    void a_malformed_citizen_id_has_its_own_reason_and_is_never_repeated(String id, String reason) {
        Throwable refused = refused("350203", asked("350203", 2025).setChildId(id));

        assertThat(Ground.reason(refused)).isEqualTo(reason);
        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.toString()).doesNotContain(id);
    }

    @Test
    void an_unknown_division_is_refused_by_name() {
        assertThat(Ground.reason(refused("350200", asked("359999", 2025)))).isEqualTo("DIVISION_UNKNOWN");
    }

    @Test
    void another_division_than_the_officers_is_not_his() {
        Throwable refused = refused("350203", asked("350211", 2025));

        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(Ground.reason(refused)).isEqualTo("DIVISION");
    }

    @Test
    void a_school_year_that_is_not_in_the_table_is_refused() {
        assertThat(Ground.reason(refused("350203", asked("350203", 2009)))).isEqualTo("SCHOOL_YEAR_UNKNOWN");
    }

    @Test
    void without_a_purpose_nobody_is_looked_at() {
        Throwable refused = refused("350203", asked("350203", 2025).clearContext());

        assertThat(Ground.reason(refused)).isEqualTo("PURPOSE_MISSING");
    }

    @Test
    void another_purpose_than_admission_does_not_open_the_facts() {
        RequestContext pension = RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_PENSION)
                .setCaseRef("X-1")
                .build();

        Throwable refused = refused("350203", asked("350203", 2025).setContext(pension));

        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void a_child_is_not_its_own_guardian() {
        assertThat(Ground.reason(refused("350203", asked("350203", 2025).setChildId(GOOD))))
                .isEqualTo("SAME_PERSON_TWICE");
    }

    @Test
    void what_is_refused_leaves_no_trace() {
        JdbcClient database = ground.bean(JdbcClient.class);
        long decisions = count(database, "decision");
        long leaves = count(database, "ledger_leaf");

        refused("350203", asked("350203", 2009));
        refused("350203", asked("350203", 2025).setChildId("990101199506120118"));

        assertThat(count(database, "decision")).isEqualTo(decisions);
        assertThat(count(database, "ledger_leaf")).isEqualTo(leaves);
    }

    @Test
    void a_paper_whose_fact_is_shared_is_refused_with_where_it_is() {
        Throwable refused = catchThrowable(() -> document("VACCINATION_CERTIFICATE"));

        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(Ground.reason(refused)).isEqualTo("ALREADY_AVAILABLE");
        assertThat(refused).hasMessageContaining("immunisation.assessment").hasMessageContaining("health");
    }

    @ParameterizedTest
    @CsvSource({"RESIDENCE_PROOF", "CONTRIBUTION_PROOF", "KINSHIP_CERTIFICATE", "DWELLING_PROOF", "EMPLOYMENT_PROOF"})
    void no_paper_of_another_department_is_asked_for(String kind) {
        assertThat(Ground.reason(catchThrowable(() -> document(kind)))).isEqualTo("ALREADY_AVAILABLE");
    }

    @Test
    void a_paper_that_no_department_has_may_be_asked_for_and_an_unknown_kind_may_not() {
        assertThat(document("OTHER")).isEqualTo("OTHER");
        assertThat(Ground.reason(catchThrowable(() -> document("DIPLOMA")))).isEqualTo("DOCUMENT_KIND_UNKNOWN");
    }

    private String document(String kind) {
        return ground.officer("350203", AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                .requestDocument(RequestDocumentRequest.newBuilder()
                        .setChildId("990301201903020225")
                        .setDocumentKind(kind)
                        .setContext(Household.context())
                        .build())
                .getDocumentKind();
    }

    private static VerifyEligibilityRequest.Builder asked(String division, int year) {
        VerifyEligibilityRequest.Builder request = VerifyEligibilityRequest.newBuilder()
                .setChildId("990301201903020225")
                .setDivision(division)
                .setSchoolYear(year)
                .setContext(Household.context());
        request.addGuardiansBuilder().setCitizenId(GOOD);
        return request;
    }

    private Throwable refused(String officerOf, VerifyEligibilityRequest.Builder request) {
        Throwable refused =
                catchThrowable(() -> ground.officer(officerOf, AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                        .verifyEligibility(request.build()));
        assertThat(refused).isInstanceOf(StatusRuntimeException.class);
        return refused;
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
