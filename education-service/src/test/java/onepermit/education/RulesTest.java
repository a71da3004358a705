package onepermit.education;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.testing.RuleSetCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> every_case_of_every_rule_set_comes_out() {
        return RuleSetCases.of(RuleSets.shipped());
    }

    /** X11: only dated tables of the past ask for the flag. */
    @Test
    void x11_no_admission_rules_in_force_today_ask_for_family_planning() {
        RuleSets shipped = RuleSets.shipped();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        for (String place : List.of("350203", "350211", "440113", "330282", "150000")) {
            shipped.inForce("admission", new DivisionCode(place), today)
                    .ifPresent(rules -> assertThat(rules.parameter("familyPlanningItem"))
                            .as("%s for %s", rules.id(), place)
                            .isEqualTo(false));
        }
        assertThat(shipped.of("XM-ADMIT-2016").parameter("familyPlanningItem")).isEqualTo(true);
    }
}
