package onepermit.local.broker;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onepermit.local.Home;
import onepermit.local.Trouble;
import onepermit.local.trust.Certificates;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;

/** What the operator does at the running broker, with the operator's certificate. */
final class BrokerAdmin implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Admin admin;

    BrokerAdmin(Home home, String address) {
        admin = Admin.create(Kafka.clientSettings(home, address, Certificates.OPERATOR));
    }

    /** Exactly these rules, whatever was there. */
    void allow(List<AclBinding> rules) {
        Set<AclBinding> present =
                new HashSet<>(wait(admin.describeAcls(AclBindingFilter.ANY).values()));
        List<AclBinding> missing =
                rules.stream().filter(rule -> !present.contains(rule)).toList();
        rules.forEach(present::remove);
        if (!missing.isEmpty()) wait(admin.createAcls(missing).all());
        if (!present.isEmpty())
            wait(admin.deleteAcls(present.stream().map(AclBinding::toFilter).toList())
                    .all());
    }

    /** The broker reads a file again when it is told its name again; connections that stand are not cut. */
    void readAgain(String node, Path certificate) {
        wait(admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.BROKER, node),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("listener.name.ssl.ssl.keystore.location", certificate.toString()),
                                AlterConfigOp.OpType.SET))))
                .all());
    }

    private static <T> T wait(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Trouble("The broker refused what its operator asked: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new Trouble("The broker did not answer its operator within a minute.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
