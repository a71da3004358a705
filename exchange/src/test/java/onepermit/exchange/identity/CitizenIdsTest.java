package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import onepermit.exchange.rpc.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdsTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-03-01T16:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final CitizenIds ids = new CitizenIds(true, DAY);

    @ParameterizedTest
    @CsvSource({
        "990101199506120117, 1995-06-12, MALE",
        "990101199411030127, 1994-11-03, FEMALE",
        "990102197104080041, 1971-04-08, FEMALE",
        "990104195403150066, 1954-03-15, FEMALE",
        "990106198207170058, 1982-07-17, MALE",
        "990107196905200071, 1969-05-20, MALE",
        "990107197005200097, 1970-05-20, MALE",
        "990108197810100159, 1978-10-10, MALE",
        "990301201908300111, 2019-08-30, MALE",
        "990301201903020225, 2019-03-02, FEMALE",
        "99030120180901024X, 2018-09-01, FEMALE",
        "99010119880808003X, 1988-08-08, MALE",
        "990302202002290130, 2020-02-29, MALE",
        "11010519491231002X, 1949-12-31, FEMALE",
        "440524188001010014, 1880-01-01, MALE",
    })
    void a_valid_number_tells_birth_and_sex(String number, LocalDate birth, Sex sex) {
        CitizenId id = ids.read("child", number);

        assertThat(id.value()).isEqualTo(number);
        assertThat(id.birthDate()).isEqualTo(birth);
        assertThat(id.sex()).isEqualTo(sex);
        assertThat(id.division()).isEqualTo(number.substring(0, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "990101199506120118, CITIZEN_ID_CHECK_DIGIT",
        "990302202102290138, CITIZEN_ID_BIRTH_DATE",
        "990302202113010138, CITIZEN_ID_BIRTH_DATE",
        "990101950612011, CITIZEN_ID_OLD_15",
        "９９０１０１１９９５０６１２０１１７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011, CITIZEN_ID_LENGTH",
        "9901011995061201170, CITIZEN_ID_LENGTH",
        "99010119950612O117, CITIZEN_ID_CHARACTERS",
        "9901011995061201X7, CITIZEN_ID_CHARACTERS",
        "٩٩٠١٠١١٩٩٥٠٦١٢٠١١٧, CITIZEN_ID_CHARACTERS",
    })
    void each_fault_has_its_own_reason_and_the_number_is_not_repeated(String number, String reason) {
        RefusalException refused = refused(number, ids);

        assertThat(refused.refusal().reason()).isEqualTo(reason);
        assertThat(refused.refusal().field()).isEqualTo("child");
        assertThat(refused).hasMessageNotContaining(number);
    }

    @Test
    void nobody_is_born_after_today_in_shanghai() {
        assertThat(ids.read("child", number("20260302")).birthDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(refused(number("20260303"), ids).refusal().reason()).isEqualTo("CITIZEN_ID_BIRTH_FUTURE");
    }

    @Test
    void a_small_x_is_stored_as_a_capital() {
        assertThat(ids.read("child", "99010119880808003x").value()).isEqualTo("99010119880808003X");
    }

    @Test
    void an_empty_number_and_one_of_ten_megabytes_are_refused_for_their_length() {
        assertThat(refused("", ids).refusal().reason()).isEqualTo("CITIZEN_ID_LENGTH");
        assertThat(refused("9".repeat(10_000_000), ids).refusal().text().length())
                .isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"990101199506120117", "99010119880808003X"})
    void synthetic_people_exist_only_under_the_synthetic_profile(String number) {
        assertThat(refused(number, new CitizenIds(false, DAY)).refusal().reason())
                .isEqualTo("CITIZEN_ID_SYNTHETIC");
    }

    @Test
    void a_number_never_prints_itself() {
        assertThat(ids.read("child", "990101199506120117")).hasToString("CitizenId[…]");
    }

    private static String number(String born) {
        String digits = "990301" + born + "001";
        return digits + CitizenIds.checkDigit(digits);
    }

    private static RefusalException refused(String number, CitizenIds by) {
        return catchThrowableOfType(RefusalException.class, () -> by.read("child", number));
    }
}
