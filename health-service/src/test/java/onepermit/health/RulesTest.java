package onepermit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.testing.RuleSetCases;
import onepermit.health.vaccination.Vaccine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> every_case_of_every_rule_set_comes_out() {
        return RuleSetCases.of(RuleSets.shipped());
    }

    @Test
    void every_dose_of_every_vaccine_has_a_name_in_chinese() {
        RuleSet rules = RuleSets.shipped().of("CN-NIP-SCHOOL-2025");

        for (String vaccine : Vaccine.codes()) {
            assertThat(rules.zh(vaccine + "2")).as(vaccine).endsWith("第2剂");
        }
    }
}
