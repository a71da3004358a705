package onepermit.exchange.rpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Set;

/** The one table of how a refusal looks on the wire: {@code google.rpc.Status} with its details. */
public final class Failures {
    public static final String DOMAIN = "onepermit.exchange";
    private static final Set<Code> WORTH_A_RETRY = Set.of(Code.UNAVAILABLE, Code.RESOURCE_EXHAUSTED);
    private static final Duration RETRY_AFTER =
            Duration.newBuilder().setSeconds(1).build();

    private Failures() {}

    public static StatusRuntimeException of(Refusal refusal) {
        return of(List.of(refusal));
    }

    public static StatusRuntimeException of(RefusalException refused) {
        return of(refused.refusals());
    }

    /** Another server's status as it may go out: with details, and without what gRPC itself writes into it, such as addresses. */
    public static StatusRuntimeException scrubbed(StatusRuntimeException status, String method) {
        return Faults.answer(status, method);
    }

    private static StatusRuntimeException of(List<Refusal> refusals) {
        Refusal first = refusals.getFirst();
        Status.Builder status = Status.newBuilder()
                .setCode(first.code().value())
                .setMessage(first.text())
                .addDetails(pack(ErrorInfo.newBuilder()
                        .setReason(first.reason())
                        .setDomain(DOMAIN)
                        .build()));
        if (!first.field().isEmpty()) {
            status.addDetails(pack(violations(refusals)));
        }
        if (WORTH_A_RETRY.contains(first.code())) {
            status.addDetails(
                    pack(RetryInfo.newBuilder().setRetryDelay(RETRY_AFTER).build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static BadRequest violations(List<Refusal> refusals) {
        BadRequest.Builder request = BadRequest.newBuilder();
        refusals.forEach(refusal -> request.addFieldViolationsBuilder()
                .setField(refusal.field())
                .setReason(refusal.reason())
                .setDescription(refusal.text()));
        return request.build();
    }

    private static Any pack(Message detail) {
        return Any.pack(detail);
    }
}
