package onepermit.exchange.correction;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.RaiseCorrectionRequest;

/** Raises corrections at their owners by this department itself; never for somebody who waits. */
public final class OwnersDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PeerChannels peers;

    OwnersDesk(PeerChannels peers) {
        this.peers = peers;
    }

    /** What the owner said. */
    public sealed interface Said {
        /** It has the correction under this id. */
        record Raised(String id) implements Said {}

        /** It will say the same however often it is asked. */
        record Refused(String reason) implements Said {}

        /** It could not be asked; the same request may be sent again. */
        record Later(String cause) implements Said {}
    }

    /** @param request whose request id stays the same when it is sent again */
    public Said raise(String owner, RaiseCorrectionRequest request) {
        try {
            return new Said.Raised(CorrectionServiceGrpc.newBlockingStub(peers.to(owner))
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .raiseCorrection(request)
                    .getCorrection()
                    .getId());
        } catch (StatusRuntimeException e) {
            return said(e);
        } catch (IllegalStateException notSent) {
            return new Said.Later("UNAVAILABLE");
        }
    }

    private static Said said(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, FAILED_PRECONDITION, OUT_OF_RANGE ->
                new Said.Refused(reason(e));
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    RESOURCE_EXHAUSTED,
                    ABORTED,
                    UNIMPLEMENTED,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS,
                    UNAUTHENTICATED -> new Said.Later(e.getStatus().getCode().name());
        };
    }

    private static String reason(StatusRuntimeException e) {
        com.google.rpc.Status status = StatusProto.fromThrowable(e);
        if (status != null) {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    try {
                        return detail.unpack(ErrorInfo.class).getReason();
                    } catch (InvalidProtocolBufferException unreadable) {
                        return Status.Code.UNKNOWN.name();
                    }
                }
            }
        }
        return e.getStatus().getCode().name();
    }
}
