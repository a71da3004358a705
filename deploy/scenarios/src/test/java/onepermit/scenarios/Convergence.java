package onepermit.scenarios;

import static java.util.stream.Collectors.toMap;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.ConvergenceServiceGrpc;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.exchange.v1.Side;

/** Compares every replica of every department with its owner by digest, written against the contracts alone. */
final class Convergence {
    private static final List<String> DEPARTMENTS = List.of("permit", "education", "social", "health");
    private final FrontDoor door;

    Convergence(FrontDoor door) {
        this.door = door;
    }

    void reached() {
        DEPARTMENTS.forEach(department ->
                Eventually.within(Duration.ofSeconds(10), department + " answers again", () -> answers(department)));
        for (var owner : DEPARTMENTS) {
            for (var dataset : owned(owner)) {
                for (var reader : readers(dataset)) {
                    Eventually.within(
                            Duration.ofSeconds(60),
                            dataset + " at " + reader + " equals " + owner,
                            () -> equal(dataset, owner, reader));
                }
            }
        }
    }

    private boolean equal(String dataset, String owner, String reader) {
        var own = ownersDigest(owner, dataset, reader);
        Eventually.within(Duration.ofSeconds(30), reader + " has all of " + dataset + " up to the scan", () -> {
            var copy = digest(reader, dataset, Side.SIDE_REPLICA);
            return instant(copy.getWatermark()).isAfter(instant(own.getScannedAt()));
        });
        return buckets(own).equals(buckets(digest(reader, dataset, Side.SIDE_REPLICA)));
    }

    private boolean answers(String department) {
        try {
            owned(department);
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Code.UNAVAILABLE) {
                return false;
            }
            throw e;
        }
    }

    private List<String> owned(String department) {
        return door
                .at(department, "operator", FactsServiceGrpc.newBlockingStub(door.channel()))
                .listDatasets(ListDatasetsRequest.getDefaultInstance())
                .getDatasetsList()
                .stream()
                .map(d -> d.getId())
                .toList();
    }

    private List<String> readers(String dataset) {
        var readers = new ArrayList<String>();
        for (var department : DEPARTMENTS) {
            var replicas = door.at(department, "operator", ReplicaServiceGrpc.newBlockingStub(door.channel()))
                    .listReplicas(ListReplicasRequest.getDefaultInstance());
            if (replicas.getReplicasList().stream().anyMatch(r -> r.getDataset().equals(dataset))) {
                readers.add(department);
            }
        }
        return readers;
    }

    /** Of what is given to the reader. */
    private GetDigestResponse ownersDigest(String owner, String dataset, String reader) {
        return door.at(owner, "operator", ConvergenceServiceGrpc.newBlockingStub(door.channel()))
                .getDigest(GetDigestRequest.newBuilder()
                        .setDataset(dataset)
                        .setSide(Side.SIDE_OWNER)
                        .setReader(reader)
                        .build());
    }

    private GetDigestResponse digest(String department, String dataset, Side side) {
        return door.at(department, "operator", ConvergenceServiceGrpc.newBlockingStub(door.channel()))
                .getDigest(GetDigestRequest.newBuilder()
                        .setDataset(dataset)
                        .setSide(side)
                        .build());
    }

    private static Map<Integer, Bucket> buckets(GetDigestResponse digest) {
        return digest.getBucketsList().stream().collect(toMap(Bucket::getNumber, b -> b));
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
