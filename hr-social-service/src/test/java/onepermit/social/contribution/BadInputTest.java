package onepermit.social.contribution;

import static onepermit.social.Office.batch;
import static onepermit.social.Office.context;
import static onepermit.social.Office.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.time.LocalDate;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.Office;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.PostContributionsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: a clear refusal that names the field, nothing stored, nothing personal said. */
class BadInputTest {
    private final Office office = Office.open();
    private final String person = SyntheticIds.woman("1991-02-03");
    private long stored;

    @BeforeEach
    void count() {
        stored = rows();
    }

    @AfterEach
    void nothing_is_stored() {
        assertThat(rows()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "990101199506120118, CITIZEN_ID_CHECK_DIGIT",
        "990302202102290138, CITIZEN_ID_BIRTH_DATE",
        "990302202113010138, CITIZEN_ID_BIRTH_DATE",
        "990301299901010013, CITIZEN_ID_BIRTH_FUTURE",
        "990101950612011, CITIZEN_ID_OLD_15",
        "９９０１０１１９９５０６１２０１１７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011, CITIZEN_ID_LENGTH",
        "99010119950612A117, CITIZEN_ID_CHARACTERS"
    })
    void an_id_number_that_cannot_be_is_refused_with_its_own_reason(String id, String reason) {
        Refused refused = Refused.by(() -> history(id, context(Purpose.PURPOSE_CONTRIBUTION)));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.fields()).containsExactly("citizen_id");
        assertThat(refused.text()).doesNotContain(id);
    }

    @Test
    void an_unknown_place_refuses_the_batch() {
        Refused refused = posting(batch().setPlace("123456"));

        assertThat(refused.reason()).isEqualTo("DIVISION_UNKNOWN");
        assertThat(refused.fields()).containsExactly("place");
    }

    @Test
    void a_place_outside_the_officers_division_refuses_the_batch() {
        Refused refused = posting(batch().setPlace("420100"));

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("DIVISION");
    }

    @Test
    void an_employer_with_a_wrong_check_character_refuses_the_batch() {
        Refused refused = posting(batch().setEmployer("91990101MA0000008H"));

        assertThat(refused.reason()).isEqualTo("EMPLOYER_CHECK_DIGIT");
    }

    @Test
    void without_purpose_or_with_one_that_does_not_fit_there_is_no_answer() {
        assertThat(posting(batch().clearContext()).code()).isEqualTo(Code.INVALID_ARGUMENT);
        Refused unfit = Refused.by(() -> history(person, context(Purpose.PURPOSE_SCHOOL_ADMISSION)));
        assertThat(unfit.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(unfit.reason()).isEqualTo("PURPOSE");
    }

    @Test
    void a_batch_about_more_persons_than_one_record_holds_is_refused_before_anything_is_posted() {
        PostContributionsRequest.Builder large = batch();
        LocalDate birth = LocalDate.parse("1960-01-01");
        for (int i = 0; i < Ledger.MOST_PERSONS; i++) {
            large.addLines(line(SyntheticIds.woman(birth.plusDays(i).toString()), "2025-05"));
        }

        Refused refused = posting(large);

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("LOOK_TOO_LARGE");
        assertThat(refused.fields()).containsExactly("lines");
    }

    @Test
    void an_unknown_enum_number_is_refused() {
        RequestContext odd = RequestContext.newBuilder()
                .setPurposeValue(99)
                .setCaseRef("TEST-1")
                .build();

        assertThat(Refused.by(() -> history(person, odd)).code()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void a_request_id_that_is_no_uuid_is_refused() {
        Refused refused = posting(batch().setRequestId("again"));

        assertThat(refused.fields()).containsExactly("request_id");
    }

    private Refused posting(PostContributionsRequest.Builder posting) {
        return Refused.by(
                () -> office.post(posting.addLines(line(person, "2025-05")).build()));
    }

    private void history(String id, RequestContext context) {
        office.contributions()
                .getContributionHistory(GetContributionHistoryRequest.newBuilder()
                        .setCitizenId(id)
                        .setContext(context)
                        .build());
    }

    private long rows() {
        Long rows = office.jdbc.queryForObject(
                "SELECT (SELECT count(*) FROM insured) + (SELECT count(*) FROM contribution_year) + (SELECT count(*) FROM fact)"
                        + " + (SELECT count(*) FROM request_log)",
                Long.class);
        return rows == null ? 0 : rows;
    }
}
