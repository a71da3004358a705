package onepermit.bench;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.RebuildRequest;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.exchange.v1.ReplicaServiceGrpc.ReplicaServiceBlockingStub;

/** A replica made anew from the beginning of its topic, swapped in under the running service. */
final class Rebuilding {
    private static final String DATASET = "residence.registration";
    private static final int ROUNDS = 3;
    private final Bed bed;
    private final Tokens tokens;

    Rebuilding(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    /** @param bare records a second of a bare consumer with batched upsert, from the runs of the road */
    Figure measure(double[] bare) throws SQLException {
        var rates = new double[ROUNDS];
        long facts = facts();
        var channel = bed.educationService();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            stub(channel)
                    .rebuild(RebuildRequest.newBuilder()
                            .setDataset(DATASET)
                            .setRequestId(UUID.randomUUID().toString())
                            .build());
            while (rebuilding(channel)) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            rates[round] = facts / ((System.nanoTime() - start) / 1e9);
            Progress.say("rebuild: %,.0f facts/s", rates[round]);
        }
        channel.shutdownNow();
        return new Figure("rebuild_rate", "facts/s", rates, bare, facts + " facts");
    }

    private boolean rebuilding(io.grpc.Channel channel) {
        return stub(channel).listReplicas(ListReplicasRequest.getDefaultInstance()).getReplicasList().stream()
                .anyMatch(r -> r.getDataset().equals(DATASET) && r.getRebuilding());
    }

    private ReplicaServiceBlockingStub stub(io.grpc.Channel channel) {
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + tokens.atEducation("operator", ""));
        return ReplicaServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private long facts() throws SQLException {
        try (var connection = bed.education().getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM replica r JOIN replica_slot s USING (slot)"
                                + " WHERE s.dataset = '" + DATASET + "' AND s.state = 'ACTIVE'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
