package onepermit.exchange.publication.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.FactsServiceGrpc.FactsServiceImplBase;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.ListDatasetsResponse;
import onepermit.exchange.v1.SharingClass;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code onepermit.exchange.v1.FactsService}. */
final class FactsEndpoint extends FactsServiceImplBase {
    private static final int USUAL_PAGE = 100;
    private final JdbcOperations jdbc;
    private final Catalogue catalogue;
    private final Department department;

    FactsEndpoint(JdbcOperations jdbc, Catalogue catalogue, Department department) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.department = department;
    }

    @Override
    public void listDatasets(ListDatasetsRequest request, StreamObserver<ListDatasetsResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        var page = catalogue.ownedBy(department).stream()
                .filter(d -> d.id().compareTo(request.getPageToken()) > 0)
                .limit(size)
                .toList();
        answer.onNext(ListDatasetsResponse.newBuilder()
                .addAllDatasets(page.stream().map(FactsEndpoint::entry).toList())
                .setNextPageToken(page.size() < size ? "" : page.getLast().id())
                .build());
        answer.onCompleted();
    }

    /** The time is taken before the facts: they are complete up to it. */
    @Override
    public void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> answer) {
        requireOwned(request.getDataset());
        var asOf = jdbc.query(
                        "SELECT clock_timestamp()",
                        (row, n) -> time(row.getTimestamp(1).toInstant()))
                .getFirst();
        answer.onNext(GetFactsResponse.newBuilder()
                .addAllFacts(facts(request))
                .setAsOf(asOf)
                .build());
        answer.onCompleted();
    }

    private List<FactRecord> facts(GetFactsRequest request) {
        var persons =
                request.getPersonsList().stream().map(ByteString::toByteArray).toArray(byte[][]::new);
        return jdbc.query(
                connection -> {
                    var query = connection.prepareStatement("""
                            SELECT person, fact_id, incarnation, version, payload, changed_at FROM fact
                            WHERE person = ANY (?) AND dataset = ? AND payload IS NOT NULL ORDER BY person, fact_id""");
                    query.setArray(1, connection.createArrayOf("bytea", persons));
                    query.setString(2, request.getDataset());
                    return query;
                },
                (row, n) -> FactRecord.newBuilder()
                        .setPerson(ByteString.copyFrom(row.getBytes(1)))
                        .setFactId(row.getString(2))
                        .setIncarnation(row.getInt(3))
                        .setVersion(row.getLong(4))
                        .setPayload(ByteString.copyFrom(row.getBytes(5)))
                        .setTime(time(row.getTimestamp(6).toInstant()))
                        .build());
    }

    private void requireOwned(String id) {
        if (catalogue.ownedBy(department).stream().noneMatch(d -> d.id().equals(id))) {
            throw new RefusalException(
                    Refusal.notFound("DATASET_NOT_HERE", "dataset", "'" + id + "' is not owned by " + department.id()));
        }
    }

    private static onepermit.exchange.v1.Dataset entry(Dataset dataset) {
        return onepermit.exchange.v1.Dataset.newBuilder()
                .setId(dataset.id())
                .setOwner(dataset.owner())
                .setSharingClass(SharingClass.valueOf(
                        "SHARING_CLASS_" + dataset.sharingClass().name()))
                .setPayloadType(dataset.payloadType())
                .setTopic(dataset.topic())
                .setGeneration(dataset.generation())
                .setPartitions(dataset.partitions())
                .addAllCoverageDivisions(dataset.coverage().divisions())
                .setCoverageFrom(dataset.coverage().from().toString())
                .build();
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
