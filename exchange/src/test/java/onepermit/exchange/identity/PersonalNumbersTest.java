package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"990101199506120117", "SM-990101199506120117", "990101199506120117/2"})
    void a_citizens_number_is_found_wherever_it_stands(String text) {
        assertThat(PersonalNumbers.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SM-2025-000123",
                "990101199506120118",
                "990101199513120117",
                "9901011995061201171",
                "20250901000000000001"
            })
    void other_numbers_of_a_case_are_none(String text) {
        assertThat(PersonalNumbers.areIn(text)).isFalse();
    }
}
