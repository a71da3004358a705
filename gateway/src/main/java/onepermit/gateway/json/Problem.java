package onepermit.gateway.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A refusal as RFC 9457 problem details: {@code type}, {@code title}, {@code status}, {@code detail}, and of our own
 * {@code code}, {@code reason}, {@code field}, {@code errors}, {@code retryAfterSeconds}.
 */
record Problem(int status, long retryAfterSeconds, Map<String, Object> members) {
    private static final int CLIENT_CLOSED = 499;
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    static Problem of(StatusRuntimeException failure) {
        com.google.rpc.Status status = Optional.ofNullable(StatusProto.fromThrowable(failure))
                .orElseGet(com.google.rpc.Status::getDefaultInstance);
        Code code = failure.getStatus().getCode();
        String reason =
                detail(status, ErrorInfo.class).map(ErrorInfo::getReason).orElse(code.name());
        int http = http(code, reason);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:onepermit:reason:" + reason);
        members.put("title", title(http));
        members.put("status", http);
        members.put("detail", status.getMessage());
        members.put("code", code.name());
        members.put("reason", reason);
        detail(status, BadRequest.class).ifPresent(fields -> putFields(members, fields));
        long retry = detail(status, RetryInfo.class)
                .map(info -> Math.max(1, info.getRetryDelay().getSeconds()))
                .orElse(0L);
        if (retry > 0) {
            members.put("retryAfterSeconds", retry);
        }
        return new Problem(http, retry, members);
    }

    String json() {
        return JSON.toJson(members);
    }

    /** With the number of the line of the body that it is about. */
    Problem atLine(long number) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put("line", number);
        return new Problem(status, retryAfterSeconds, more);
    }

    /** As a line of a stream: {@code {"line": 3, "problem": {…}}}, the number being that of the line in the body. */
    String line(long number) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", number);
        line.put("problem", members);
        return JSON.toJson(line);
    }

    /** As the last line of a stream that broke: {@code {"problem": {…}}}. */
    String line() {
        return JSON.toJson(Map.of("problem", members));
    }

    private static void putFields(Map<String, Object> members, BadRequest fields) {
        List<Map<String, String>> errors = fields.getFieldViolationsList().stream()
                .map(error -> Map.of(
                        "field", jsonPath(error.getField()),
                        "reason", error.getReason(),
                        "text", error.getDescription()))
                .toList();
        members.put("field", errors.getFirst().get("field"));
        members.put("errors", errors);
    }

    /** The path as the JSON of the request has it: child_id → childId. */
    static String jsonPath(String field) {
        StringBuilder json = new StringBuilder();
        boolean upper = false;
        for (char c : field.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                json.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return json.toString();
    }

    private static String title(int http) {
        return Optional.ofNullable(HttpStatus.resolve(http))
                .map(HttpStatus::getReasonPhrase)
                .orElse("Client Closed Request");
    }

    /** Of the gateway's own reasons some have a status that no gRPC code has. */
    private static int http(Code code, String reason) {
        return switch (reason) {
            case "BODY_TOO_LARGE" -> 413;
            case "METHOD_NOT_ALLOWED" -> 405;
            default -> http(code);
        };
    }

    private static int http(Code code) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case CANCELLED -> CLIENT_CLOSED;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
        };
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
