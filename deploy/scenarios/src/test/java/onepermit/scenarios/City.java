package onepermit.scenarios;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.RejectedLine;
import onepermit.exchange.v1.ReplicaServiceGrpc;

/** What the departments know: rows brought in as a department brings its own files, and the wait until readers have them. */
final class City {
    private final FrontDoor door;

    City(FrontDoor door) {
        this.door = door;
    }

    /** Imports rows; the first line is the header. No line may be refused. */
    void knows(String department, String kind, String... lines) {
        var rejected = imports(department, kind, String.join("\n", lines) + "\n");
        if (!rejected.isEmpty()) {
            throw new AssertionError(department + " refused lines of " + kind + ": " + rejected);
        }
    }

    List<RejectedLine> imports(String department, String kind, String csv) {
        var rejected = new ArrayList<RejectedLine>();
        var done = new CompletableFuture<List<RejectedLine>>();
        var stub = door.at(department, "operator", ImportServiceGrpc.newStub(door.channel()));
        var request = stub.import_(new StreamObserver<ImportResponse>() {
            @Override
            public void onNext(ImportResponse progress) {
                rejected.addAll(progress.getRejectsList());
            }

            @Override
            public void onError(Throwable failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {
                done.complete(rejected);
            }
        });
        request.onNext(ImportRequest.newBuilder()
                .setKind(kind)
                .setChunk(ByteString.copyFrom(csv, StandardCharsets.UTF_8))
                .build());
        request.onCompleted();
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Waits until a department's replicas are complete up to now. */
    void isKnownTo(String department) {
        var now = Instant.now();
        Eventually.within(Duration.ofSeconds(30), department + " knows all that was committed before " + now, () -> {
            var replicas = door.at(department, "operator", ReplicaServiceGrpc.newBlockingStub(door.channel()))
                    .listReplicas(ListReplicasRequest.getDefaultInstance());
            return replicas.getReplicasList().stream()
                    .allMatch(r -> Instant.ofEpochSecond(
                                    r.getWatermark().getSeconds(),
                                    r.getWatermark().getNanos())
                            .isAfter(now));
        });
    }
}
