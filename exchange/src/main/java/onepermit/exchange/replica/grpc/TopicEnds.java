package onepermit.exchange.replica.grpc;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where topics end, asked of the broker. */
final class TopicEnds implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 3;
    private final Admin admin;

    TopicEnds(KafkaSettings kafka) {
        admin = Admin.create(kafka.forClient("topic-ends"));
    }

    /** End offset by partition; empty when the broker does not answer. */
    Map<Integer, Long> of(Dataset dataset) {
        var asked = IntStream.range(0, dataset.partitions())
                .boxed()
                .collect(Collectors.toMap(p -> new TopicPartition(dataset.topic(), p), p -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            e -> e.getKey().partition(), e -> e.getValue().offset()));
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
