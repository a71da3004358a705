package onepermit.local.edge;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import onepermit.local.Department;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Trouble;

/** An open gRPC line to the gateway, with a token on every call. */
public final class Line implements AutoCloseable {
    public static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final String token;

    public Line(Local local, String token) {
        this.channel = ManagedChannelBuilder.forTarget(local.ports().address(Listener.GATEWAY_GRPC))
                .usePlaintext()
                .build();
        this.token = token;
    }

    public ManagedChannel channel() {
        return channel;
    }

    public CallCredentials credentials() {
        return credentials("");
    }

    /** For a service that every department has: the gateway is told which one is meant. */
    public CallCredentials at(Department department) {
        return credentials(department.role());
    }

    private CallCredentials credentials(String department) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
                var headers = new Metadata();
                headers.put(AUTHORIZATION, "Bearer " + token);
                if (!department.isEmpty()) headers.put(DEPARTMENT, department);
                applier.apply(headers);
            }
        };
    }

    /** Runs a call and turns a refusal into a sentence that says what was wrong with which field. */
    public static <T> T call(Callable<T> question) {
        try {
            return question.call();
        } catch (StatusRuntimeException refused) {
            throw new Trouble(sentence(refused, refused.getStatus()), refused);
        } catch (StatusException refused) {
            throw new Trouble(sentence(refused, refused.getStatus()), refused);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String sentence(Throwable refused, io.grpc.Status outcome) {
        Status status = StatusProto.fromThrowable(refused);
        boolean said = status != null && status.getDetailsCount() > 0;
        if (outcome.getCode() == io.grpc.Status.Code.UNAVAILABLE && !said)
            return "The stack does not answer: look with ./onepermit status, start it with ./onepermit up.";
        var words = new StringJoiner(" ");
        words.add(outcome.getCode() + ":");
        words.add(String.valueOf(outcome.getDescription()));
        if (status != null) for (var detail : status.getDetailsList()) words.add(detail(detail));
        return words.toString().strip();
    }

    /** Whether a call was refused for this reason, rather than for another with the same code. */
    public static boolean refusedFor(String reason, StatusRuntimeException refused) {
        Status status = StatusProto.fromThrowable(refused);
        return status != null
                && status.getDetailsList().stream()
                        .anyMatch(detail -> detail(detail).equals("(" + reason + ")"));
    }

    private static String detail(com.google.protobuf.Any detail) {
        try {
            if (detail.is(ErrorInfo.class))
                return "(" + detail.unpack(ErrorInfo.class).getReason() + ")";
            if (!detail.is(BadRequest.class)) return "";
            var fields = new StringJoiner("; ", "[", "]");
            for (var field : detail.unpack(BadRequest.class).getFieldViolationsList())
                fields.add(field.getField() + ": " + field.getDescription());
            return fields.toString();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
