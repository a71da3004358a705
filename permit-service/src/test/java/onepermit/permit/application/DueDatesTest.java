package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when an office has answered, by place and calendar. */
class DueDatesTest {
    private static final RuleSets RULES = RuleSets.shipped();
    private final DueDates due = new DueDates(WorkingDays.load());

    /** A06, X8: the same day, another document, another last day. 28 September and 11 October 2025 are worked, 1 to 8 October are off. */
    @ParameterizedTest
    @CsvSource({
        "350203, CN-663,  2025-09-15, 2025-09-30",
        "110112, BJ-270,  2025-09-15, 2025-09-30",
        "320100, NJ-2015, 2025-09-15, 2025-10-11",
        "361123, JX-2016, 2025-09-15, 2025-09-22",
        "330282, ZJ-2016, 2025-09-15, 2025-09-30",
        "150100, IM-2016, 2025-09-15, 2025-10-15",
        "420100, WH-2016, 2025-09-15, 2025-09-30",
        "310000, SH-2013, 2015-06-01, 2015-07-01",
    })
    void a06_each_place_answers_under_its_own_document_and_by_its_own_days(
            String division, String rules, LocalDate accepted, LocalDate last) {
        var inForce = RULES.inForce(CheckApplication.USE, new DivisionCode(division), accepted)
                .orElseThrow();

        assertThat(inForce.id()).isEqualTo(rules);
        assertThat(due.issue(inForce, accepted).on()).isEqualTo(last);
    }

    @Test
    void x8_nanjing_says_no_within_five_working_days() {
        var nanjing = RULES.of("NJ-2015");

        assertThat(due.answer(nanjing, LocalDate.parse("2025-09-15")).on()).isEqualTo("2025-09-22");
        assertThat(due.answer(RULES.of("CN-663"), LocalDate.parse("2025-09-15")).on())
                .isEqualTo("2025-09-30");
    }

    @Test
    void where_the_holidays_are_not_announced_the_day_is_not_certain() {
        assertThat(due.issue(RULES.of("CN-663"), LocalDate.parse("2025-09-15")).certain())
                .isTrue();
        assertThat(due.issue(RULES.of("CN-663"), LocalDate.parse("2030-09-15")).certain())
                .isFalse();
    }
}
