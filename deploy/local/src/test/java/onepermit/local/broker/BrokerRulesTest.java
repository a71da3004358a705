package onepermit.local.broker;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class BrokerRulesTest {
    private static final List<AclBinding> RULES = BrokerRules.ofCatalogue();

    @Test
    void a_topic_is_written_by_its_owner_alone() {
        assertThat(who(WRITE, "onepermit.permit.status.g1")).containsExactly("User:permit");
        assertThat(who(WRITE, "onepermit.ledger.checkpoint.health")).containsExactly("User:health");
    }

    @Test
    void a_topic_is_read_by_its_owner_and_by_whom_the_catalogue_names() {
        assertThat(who(READ, "onepermit.immunisation.assessment.g1"))
                .containsExactlyInAnyOrder("User:health", "User:education");
    }

    private static List<String> who(AclOperation operation, String topic) {
        return RULES.stream()
                .filter(rule -> rule.pattern().name().equals(topic))
                .filter(rule -> rule.entry().operation() == operation)
                .map(rule -> rule.entry().principal())
                .toList();
    }
}
