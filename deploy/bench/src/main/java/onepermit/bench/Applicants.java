package onepermit.bench;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ReplicaServiceGrpc;

/** People who may apply for a permit: registered since half a year and employed, as two departments' files say. */
final class Applicants {
    private static final int PIECE = 96 * 1024;

    private final Channel gateway;
    private final String operator;

    /** @param operator token of an operator */
    Applicants(Channel gateway, String operator) {
        this.gateway = gateway;
        this.operator = operator;
    }

    /** Brings them in, and waits until public security has what human resources knows. */
    void become(String division, int number, IntFunction<String> citizen) throws StatusException, InterruptedException {
        Progress.say("%,d applicants into public security and human resources", number);
        bring("permit", "person", "citizen_id,name,hukou_division,hukou_since", number, citizen, "张三,360100,");
        bring(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                number,
                citizen,
                division + ",湖滨南路9号,REGISTRATION,2025-01-06,");
        bring(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                number,
                citizen,
                "91990101MA0000007H," + division + ",2025-01-06,,false");
        long since = Instant.now().getEpochSecond();
        while (oldestWatermark() <= since) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void bring(
            String department, String kind, String header, int number, IntFunction<String> citizen, String rest)
            throws StatusException, InterruptedException {
        var file = IntStream.range(0, number)
                .mapToObj(person -> citizen.apply(person) + "," + rest + "\n")
                .collect(Collectors.joining("", header + "\n", ""));
        BlockingClientCall<ImportRequest, ImportResponse> call = ImportServiceGrpc.newBlockingV2Stub(at(department))
                .withDeadlineAfter(10, TimeUnit.MINUTES)
                .import_();
        Thread.ofVirtual().name("send").start(() -> send(call, kind, ByteString.copyFromUtf8(file)));
        for (var answer = call.read(); answer != null; answer = call.read()) {
            if (answer.getRejected() > 0) {
                throw new IllegalStateException("refused: " + answer.getRejects(0));
            }
        }
    }

    private static void send(BlockingClientCall<ImportRequest, ImportResponse> call, String kind, ByteString file) {
        try {
            for (int at = 0; at < file.size(); at += PIECE) {
                call.write(ImportRequest.newBuilder()
                        .setKind(kind)
                        .setChunk(file.substring(at, Math.min(file.size(), at + PIECE)))
                        .build());
            }
            call.halfClose();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StatusException e) {
            call.cancel("the file could not be sent", e);
        }
    }

    private long oldestWatermark() {
        return ReplicaServiceGrpc.newBlockingStub(at("permit"))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .listReplicas(ListReplicasRequest.getDefaultInstance())
                .getReplicasList()
                .stream()
                .mapToLong(replica -> replica.getWatermark().getSeconds())
                .min()
                .orElse(0);
    }

    private Channel at(String department) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + operator);
        headers.put(Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER), department);
        return ClientInterceptors.intercept(gateway, MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
