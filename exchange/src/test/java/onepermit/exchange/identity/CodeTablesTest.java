package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTablesTest {
    private final Divisions divisions = Divisions.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110000", "110112", "310000", "320100", "330282", "330400", "330822", "350200", "350203", "350206",
                "350211", "361123", "420100", "420600", "440100", "440300", "150000"
            })
    void the_divisions_of_the_published_rules_are_known(String code) {
        DivisionCode division = divisions.read("division", code);

        assertThat(division.value()).isEqualTo(code);
        assertThat(divisions.nameOf(division)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "350299", "3502", "990101", "３５０２０３"})
    void an_unknown_division_is_refused_by_name(String code) {
        assertThatThrownBy(() -> divisions.read("division", code))
                .hasMessageContaining("DIVISION_UNKNOWN")
                .hasMessageContaining("'" + code + "'");
    }

    @Test
    void what_could_be_an_id_number_in_the_wrong_field_is_not_repeated() {
        assertThatThrownBy(() -> divisions.read("division", "990101199506120117"))
                .hasMessageContaining("18 characters")
                .hasMessageNotContaining("990101");
        assertThatThrownBy(() -> Dates.read("on", "990101199506120117")).hasMessageNotContaining("990101");
    }

    @Test
    void synthetic_divisions_exist_only_under_the_synthetic_profile() {
        assertThat(Divisions.load(true).read("division", "990101").province().value())
                .isEqualTo("990000");
    }

    @Test
    void a_division_contains_what_lies_inside_it() {
        DivisionCode siming = new DivisionCode("350203");

        assertThat(siming.city().contains(siming)).isTrue();
        assertThat(siming.province().contains(siming)).isTrue();
        assertThat(siming.contains(siming)).isTrue();
        assertThat(siming.contains(siming.city())).isFalse();
        assertThat(siming.contains(new DivisionCode("350206"))).isFalse();
    }

    @Test
    void kinship_and_education_levels_have_codes_of_the_standards() {
        CodeTables tables = CodeTables.load();

        assertThat(tables.kinship().read("relation", "51").en()).isEqualTo("father");
        assertThat(tables.educationLevel().read("level", "11").zh()).isEqualTo("博士研究生毕业");
        assertThatThrownBy(() -> tables.kinship().read("relation", "77x"))
                .hasMessageContaining("CODE_UNKNOWN")
                .hasMessageContaining("GB/T 4761");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-13-01", "2025-02-29", "20250101", "+12025-01-01", "-025-01-01", "2025-1-1"})
    void what_is_not_a_date_is_refused(String text) {
        assertThatThrownBy(() -> Dates.read("on", text)).hasMessageContaining("DATE_FORMAT");
    }

    @Test
    void a_date_in_the_future_is_refused() {
        LocalDate day = LocalDate.of(2025, 7, 7);
        Clock clock = Clock.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

        assertThat(Dates.notFuture("on", day, clock)).isEqualTo(day);
        assertThatThrownBy(() -> Dates.notFuture("on", day.plusDays(1), clock)).hasMessageContaining("DATE_FUTURE");
        assertThat(Dates.fromCode(Dates.toCode(day))).isEqualTo(day);
    }
}
