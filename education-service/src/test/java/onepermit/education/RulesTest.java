package onepermit.education;

import java.util.stream.Stream;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.testing.RuleSetCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> every_case_of_every_rule_set_comes_out() {
        return RuleSetCases.of(RuleSets.shipped());
    }
}
