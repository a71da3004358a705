package onepermit.exchange.rpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a caller is told of anything that went wrong in a call; the details of a fault stay in the log. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** The status a call ends with, made from what the handler closed it with. */
    static StatusRuntimeException answer(Status status, @Nullable Metadata trailers, String method) {
        if (trailers != null && trailers.containsKey(DETAILS)) {
            return new StatusRuntimeException(status, trailers);
        }
        return Optional.ofNullable(status.getCause())
                .flatMap(Faults::refusal)
                .map(Failures::of)
                .orElseGet(() -> bare(status, method));
    }

    static StatusRuntimeException answer(Throwable thrown, String method) {
        return switch (thrown) {
            case StatusRuntimeException e -> answer(e.getStatus(), e.getTrailers(), method);
            case StatusException e -> answer(e.getStatus(), e.getTrailers(), method);
            default -> refusal(thrown).map(Failures::of).orElseGet(() -> fault(thrown, method));
        };
    }

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private static Optional<RefusalException> refusal(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof RefusalException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** A status without details: of a handler, of gRPC itself, or of another server, whose address is nobody's business. */
    private static StatusRuntimeException bare(Status status, String method) {
        Code code = status.getCode();
        return switch (code) {
            case UNKNOWN, INTERNAL, DATA_LOSS -> fault(cause(status), method);
            case UNAVAILABLE -> refused(code, "something this answer needs is away; try again");
            case DEADLINE_EXCEEDED -> refused(code, "the answer was not ready within the deadline");
            default ->
                refused(code, Optional.ofNullable(status.getDescription()).orElse(code.name()));
        };
    }

    private static Throwable cause(Status status) {
        return Optional.ofNullable(status.getCause()).orElseGet(status::asRuntimeException);
    }

    private static StatusRuntimeException refused(Code code, String text) {
        return Failures.of(new Refusal(code, code.name(), "", text));
    }

    private static StatusRuntimeException fault(Throwable thrown, String method) {
        if (Context.current().isCancelled() || thrown instanceof QueryTimeoutException) {
            return refused(Code.DEADLINE_EXCEEDED, "the answer was not ready within the deadline");
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        if (databaseAway(thrown)) {
            LOG.atWarn()
                    .addKeyValue("error", id)
                    .addKeyValue("method", method)
                    .addKeyValue("cause", thrown.getClass().getName())
                    .log("database away");
            return Failures.of(new Refusal(
                    Code.UNAVAILABLE,
                    "DATABASE_UNAVAILABLE",
                    "",
                    "the database is away; try again (error " + id + ")"));
        }
        LOG.atError()
                .addKeyValue("error", id)
                .addKeyValue("method", method)
                .setCause(Nameless.of(thrown))
                .log("call failed");
        return Failures.of(new Refusal(Code.INTERNAL, "INTERNAL", "", "internal error " + id + "; see the log"));
    }

    private static boolean databaseAway(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof CannotCreateTransactionException;
    }
}
