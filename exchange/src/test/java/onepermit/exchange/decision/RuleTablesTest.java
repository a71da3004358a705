package onepermit.exchange.decision;

import java.util.stream.Stream;
import onepermit.exchange.testing.RuleSetCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of table of the published rules can be written as a rule set. */
class RuleTablesTest {

    @TestFactory
    Stream<DynamicTest> every_case_of_the_tables_comes_out() {
        return RuleSetCases.of(RuleSets.in("classpath*:testrules/*.yaml"));
    }
}
