package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a caller sees of a refusal. */
public record Refused(Status.Code code, String reason, List<String> fields, String text, boolean retry) {

    public static Refused by(ThrowingCallable call) {
        return of(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    public static Refused of(StatusRuntimeException e) {
        com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(e));
        return new Refused(
                e.getStatus().getCode(),
                detail(status, ErrorInfo.class).map(ErrorInfo::getReason).orElse(""),
                detail(status, BadRequest.class)
                        .map(r -> r.getFieldViolationsList().stream()
                                .map(BadRequest.FieldViolation::getField)
                                .toList())
                        .orElse(List.of()),
                status.getMessage(),
                detail(status, RetryInfo.class).isPresent());
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
