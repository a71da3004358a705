package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A class of scenarios: one front door, one city to bring facts into. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenario {
    static final String SIMING = "350203";
    static final String JIMEI = "350211";
    static final String TONGZHOU = "110112";
    static final String WUHAN = "420100";
    static final String XIANGYANG = "420600";
    final Stack stack = Stack.ofEnvironment();
    final FrontDoor door = new FrontDoor(stack);
    final City city = new City(door);

    @AfterAll
    void nobody_made_up_here_stands_in_a_log() {
        assertThat(Logs.of(stack).holding(SyntheticId.made())).isEmpty();
    }

    @AfterAll
    void close() {
        door.close();
    }

    static Criterion criterion(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no criterion " + id + " in " + decision));
    }

    static List<String> reasons(Decision decision) {
        return decision.getReasonsList().stream().map(r -> r.getCode()).toList();
    }
}
