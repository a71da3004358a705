package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Whether the broker answers. A group consumer whose coordinator is away keeps two threads busy without pause, which on a small machine
 * is what keeps the broker from coming back: a reader that hears nothing asks here, and stays away as long as the broker does.
 */
final class Broker {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaSettings kafka;

    Broker(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    void require() {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(kafka.forClient("replica-broker"))) {
            admin.describeCluster(options).clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
