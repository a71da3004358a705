package onepermit.education;

import java.util.stream.Stream;
import onepermit.exchange.testing.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_house_holds() {
        return HouseRules.of("education").tests();
    }
}
