package onepermit.permit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a caller sees of a refusal. */
public record Refused(Status.Code code, String reason, List<String> fields, String text) {

    public static Refused by(ThrowingCallable call) {
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call);
        com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(refusal));
        return new Refused(
                refusal.getStatus().getCode(),
                detail(status, ErrorInfo.class).map(ErrorInfo::getReason).orElse(""),
                detail(status, BadRequest.class).stream()
                        .flatMap(request -> request.getFieldViolationsList().stream())
                        .map(BadRequest.FieldViolation::getField)
                        .toList(),
                status.getMessage());
    }

    /** For refusals that gRPC itself makes, without details. */
    public static Status.Code codeOf(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call)
                .getStatus()
                .getCode();
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
