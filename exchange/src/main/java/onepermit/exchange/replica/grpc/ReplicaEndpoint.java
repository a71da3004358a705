package onepermit.exchange.replica.grpc;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.ListParkedRequest;
import onepermit.exchange.v1.ListParkedResponse;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ListReplicasResponse;
import onepermit.exchange.v1.ParkedRecord;
import onepermit.exchange.v1.ReplicaServiceGrpc.ReplicaServiceImplBase;
import onepermit.exchange.v1.ReplicaStatus;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code onepermit.exchange.v1.ReplicaService}. */
final class ReplicaEndpoint extends ReplicaServiceImplBase {
    private static final int USUAL_PAGE = 100;
    private final JdbcOperations jdbc;
    private final Catalogue catalogue;
    private final Department department;
    private final TopicEnds ends;
    private final Clock clock;

    ReplicaEndpoint(JdbcOperations jdbc, Catalogue catalogue, Department department, TopicEnds ends, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.department = department;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public void listReplicas(ListReplicasRequest request, StreamObserver<ListReplicasResponse> answer) {
        var replicas = ListReplicasResponse.newBuilder();
        catalogue.readBy(department).forEach(dataset -> replicas.addReplicas(status(dataset)));
        answer.onNext(replicas.build());
        answer.onCompleted();
    }

    @Override
    public void listParked(ListParkedRequest request, StreamObserver<ListParkedResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        var ids = new ArrayList<Long>();
        var records = jdbc.query(
                """
                SELECT p.id, s.dataset, p.person, p.part, p."offset", p.reason, p.parked_at
                FROM parked p JOIN replica_slot s USING (slot)
                WHERE p.id > ? AND (? = '' OR s.dataset = ?) ORDER BY p.id LIMIT ?""",
                (row, n) -> {
                    ids.add(row.getLong(1));
                    return ParkedRecord.newBuilder()
                            .setDataset(row.getString(2))
                            .setPerson(Optional.ofNullable(row.getBytes(3))
                                    .map(ByteString::copyFrom)
                                    .orElse(ByteString.EMPTY))
                            .setPartition(row.getInt(4))
                            .setOffset(row.getLong(5))
                            .setReason(row.getString(6))
                            .setParkedAt(Times.of(row, 7))
                            .build();
                },
                after(request.getPageToken()),
                request.getDataset(),
                request.getDataset(),
                size);
        answer.onNext(ListParkedResponse.newBuilder()
                .addAllRecords(records)
                .setNextPageToken(records.size() < size ? "" : ids.getLast().toString())
                .build());
        answer.onCompleted();
    }

    private ReplicaStatus status(Dataset dataset) {
        var status = ReplicaStatus.newBuilder().setDataset(dataset.id()).setGeneration(dataset.generation());
        var topicEnds = ends.of(dataset);
        jdbc.query(
                """
                SELECT s.state, o.part, o.next_offset, o.applied, o.watermark FROM replica_slot s JOIN replica_offset o USING (slot)
                WHERE s.dataset = ? AND s.state IN ('ACTIVE', 'SHADOW') ORDER BY o.watermark NULLS FIRST""",
                row -> {
                    if (row.getString(1).equals("SHADOW")) {
                        status.setRebuilding(true).setShadowApplied(status.getShadowApplied() + row.getLong(4));
                        return;
                    }
                    long end = topicEnds.getOrDefault(row.getInt(2), row.getLong(3));
                    status.setLag(status.getLag() + Math.max(0, end - row.getLong(3)));
                    if (!status.hasWatermark()) {
                        status.setWatermark(Times.of(row, 5));
                    }
                },
                dataset.id());
        var watermark = Instant.ofEpochSecond(
                status.getWatermark().getSeconds(), status.getWatermark().getNanos());
        return status.setAgeMillis(Duration.between(watermark, clock.instant()).toMillis())
                .setParkedPersons(parked(dataset))
                .build();
    }

    private long parked(Dataset dataset) {
        return jdbc.query("""
                SELECT count(DISTINCT p.person) FROM parked p JOIN replica_slot s USING (slot)
                WHERE s.dataset = ? AND s.state = 'ACTIVE'""", (row, n) -> row.getLong(1), dataset.id()).getFirst();
    }

    private static long after(String pageToken) {
        try {
            return pageToken.isEmpty() ? 0 : Long.parseLong(pageToken);
        } catch (NumberFormatException e) {
            throw new RefusalException(Refusal.invalid(
                    "PAGE_TOKEN", "page_token", "send the next_page_token of the answer before, or nothing"));
        }
    }
}
