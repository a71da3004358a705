package onepermit.exchange.rpc;

import io.grpc.Status;

/**
 * An expected refusal of a request. The text says what was expected and never holds an ID number or a name.
 *
 * @param reason stable, in upper snake case, e.g. {@code CITIZEN_ID_CHECK_DIGIT}
 * @param field the field of the request that was wrong; empty when no single field is
 */
public record Refusal(Status.Code code, String reason, String field, String text) {

    public static Refusal invalid(String reason, String field, String text) {
        return new Refusal(Status.Code.INVALID_ARGUMENT, reason, field, text);
    }

    public static Refusal notFound(String reason, String field, String text) {
        return new Refusal(Status.Code.NOT_FOUND, reason, field, text);
    }

    public static Refusal alreadyExists(String reason, String field, String text) {
        return new Refusal(Status.Code.ALREADY_EXISTS, reason, field, text);
    }

    /** The request is well formed, and what is stored does not allow it. */
    public static Refusal failedPrecondition(String reason, String field, String text) {
        return new Refusal(Status.Code.FAILED_PRECONDITION, reason, field, text);
    }
}
