package onepermit.social.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Employers by their unified social credit code (GB 32100-2015). */
class EmployerTest {

    @Test
    void a_code_with_the_right_check_character_is_an_employer() {
        assertThat(Employer.read("employer", "91990101ma0000007h").code()).isEqualTo("91990101MA0000007H");
    }

    @Test
    void a_flexible_worker_pays_without_a_code() {
        assertThat(Employer.read("employer", "FLEXIBLE").flexible()).isTrue();
        assertThat(Employer.read("employer", "灵活就业").flexible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "91990101MA0000008H, EMPLOYER_CHECK_DIGIT",
        "91990101MA0000007, EMPLOYER_LENGTH",
        "9199010IMA0000007H, EMPLOYER_CHARACTERS",
        "９1990101MA0000007H, EMPLOYER_CHARACTERS"
    })
    void a_wrong_code_is_refused_with_its_own_reason(String code, String reason) {
        Refusal refusal = catchThrowableOfType(RefusalException.class, () -> Employer.read("employer", code))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo("employer");
    }
}
