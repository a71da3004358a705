package onepermit.exchange.rpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.Status.Code;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every mutation happens once: its result is stored under its {@code request_id} in the same transaction, for 7 days. */
public final class RequestLog {
    /** How long results are kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    private record Answered(byte[] request, byte[] response) {}

    private final JdbcClient database;
    private final Clock clock;
    private final Supplier<String> currentCaller;

    public RequestLog(JdbcClient database, Clock clock, Supplier<String> currentCaller) {
        this.database = database;
        this.clock = clock;
        this.currentCaller = currentCaller;
    }

    /** For the handler of a unary call: the request that a repeat is compared with is the call's own. */
    public <R extends MessageLite> R once(String requestId, String method, Parser<R> parser, Supplier<R> work) {
        return once(requestId, method, CurrentRequest.get(), parser, work);
    }

    /**
     * Runs the work in the current transaction and stores its result, or returns the one stored.
     *
     * @param request what a repeat must equal; another request under the same id is refused
     */
    public <R extends MessageLite> R once(
            String requestId, String method, Message request, Parser<R> parser, Supplier<R> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a request is logged only inside the transaction of its change");
        }
        String caller = currentCaller.get();
        byte[] hash = sha256(request);
        if (!claim(requestId, method, caller, hash)) {
            return stored(requestId, method, caller, hash, parser);
        }
        R result = work.get();
        store(requestId, method, caller, result.toByteArray());
        return result;
    }

    /** Waits for a transaction under way that has the same id. */
    private boolean claim(String requestId, String method, String caller, byte[] hash) {
        return database.sql("""
                        INSERT INTO request_log (request_id, method, caller, request_hash, response, expires)
                        VALUES (?, ?, ?, ?, '', ?)
                        ON CONFLICT DO NOTHING""")
                        .params(
                                requestId,
                                method,
                                caller,
                                hash,
                                OffsetDateTime.now(clock).plus(KEPT))
                        .update()
                == 1;
    }

    private void store(String requestId, String method, String caller, byte[] response) {
        database.sql("UPDATE request_log SET response = ? WHERE request_id = ? AND method = ? AND caller = ?")
                .params(response, requestId, method, caller)
                .update();
    }

    private <R> R stored(String requestId, String method, String caller, byte[] hash, Parser<R> parser) {
        Answered answered = database.sql("""
                        SELECT request_hash, response FROM request_log
                        WHERE request_id = ? AND method = ? AND caller = ?""")
                .params(requestId, method, caller)
                .query(RequestLog::answered)
                .single();
        if (!Arrays.equals(hash, answered.request())) {
            throw new RefusalException(new Refusal(
                    Code.ALREADY_EXISTS,
                    "REQUEST_ID_REUSED",
                    "request_id",
                    "this request_id was used for another request; make a new one"));
        }
        try {
            return parser.parseFrom(answered.response());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the stored result of a request cannot be read", e);
        }
    }

    /** @return rows removed, at most 10,000 */
    public int removeExpired() {
        return database.sql("""
                        DELETE FROM request_log WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM request_log WHERE expires < ? LIMIT 10000))""").param(OffsetDateTime.now(clock)).update();
    }

    private static Answered answered(ResultSet row, int number) throws SQLException {
        return new Answered(row.getBytes(1), row.getBytes(2));
    }

    private static byte[] sha256(Message request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
