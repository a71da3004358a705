package onepermit.scenarios;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a caller over gRPC sees of a refusal. */
record Refused(Status.Code code, String reason, String field, String text) {

    static Refused by(ThrowingCallable call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call);
        var status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
        return new Refused(
                failure.getStatus().getCode(),
                detail(status, ErrorInfo.class).map(ErrorInfo::getReason).orElse(""),
                detail(status, BadRequest.class)
                        .map(bad -> bad.getFieldViolations(0).getField())
                        .orElse(""),
                status.toString());
    }

    private static <M extends Message> Optional<M> detail(com.google.rpc.Status status, Class<M> type) {
        return status.getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .map(any -> unpack(any, type));
    }

    private static <M extends Message> M unpack(Any any, Class<M> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
