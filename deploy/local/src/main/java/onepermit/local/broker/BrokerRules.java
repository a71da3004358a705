package onepermit.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onepermit.local.Department;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What each department may do at the broker: make and write the topics of its own datasets, read those that the catalogue lets it
 * read, and speak as a ledger and its witness. Nothing else is allowed to anybody but the operator.
 */
final class BrokerRules {
    private static final String PREFIX = "onepermit.";
    private static final List<AclOperation> OWN =
            List.of(AclOperation.CREATE, AclOperation.WRITE, AclOperation.READ, AclOperation.DESCRIBE);

    private final List<AclBinding> rules = new ArrayList<>();

    private BrokerRules() {}

    static List<AclBinding> ofCatalogue() {
        var made = new BrokerRules();
        for (Map<String, Object> dataset : datasets()) made.dataset(dataset);
        for (Department department : Department.values()) made.department(department.role());
        return List.copyOf(made.rules);
    }

    private void dataset(Map<String, Object> dataset) {
        String topic = PREFIX + dataset.get("id") + ".g" + dataset.get("generation");
        OWN.forEach(operation -> allow(text(dataset, "owner"), operation, ResourceType.TOPIC, topic));
        for (Map<String, Object> consumer : list(dataset, "consumers"))
            allow(text(consumer, "department"), AclOperation.READ, ResourceType.TOPIC, topic);
    }

    private void department(String name) {
        allow(name, AclOperation.READ, ResourceType.GROUP, PREFIX + "replica-" + name);
        for (AclOperation operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE))
            allow(name, operation, ResourceType.TRANSACTIONAL_ID, PREFIX + "relay-" + name);
        String ledger = PREFIX + "ledger.checkpoint.";
        OWN.forEach(operation -> allow(name, operation, ResourceType.TOPIC, ledger + name));
        for (Department other : Department.values())
            if (!other.role().equals(name)) allow(name, AclOperation.READ, ResourceType.TOPIC, ledger + other.role());
    }

    private void allow(String department, AclOperation operation, ResourceType kind, String name) {
        rules.add(new AclBinding(
                new ResourcePattern(kind, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + department, "*", operation, AclPermissionType.ALLOW)));
    }

    private static List<Map<String, Object>> datasets() {
        try (InputStream file =
                Objects.requireNonNull(BrokerRules.class.getResourceAsStream("/catalogue/datasets.yaml"))) {
            return list(new Yaml(new SafeConstructor(new LoaderOptions())).load(file), "datasets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the catalogue's own shape, which its service checks in full
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
    }

    private static String text(Map<String, Object> of, String name) {
        return String.valueOf(of.get(name));
    }
}
