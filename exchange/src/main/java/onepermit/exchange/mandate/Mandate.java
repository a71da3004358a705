package onepermit.exchange.mandate;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/**
 * A mandate as it is on record, without its list.
 *
 * @param method full gRPC method name
 * @param size different persons on the list
 * @param listHash SHA-256 of the person keys in ascending order
 * @param askedBy subject of who asked
 * @param validUntil last day it holds, Asia/Shanghai
 * @param answer the last one
 */
public record Mandate(
        String id,
        long version,
        State state,
        String method,
        DivisionCode division,
        RequestContext context,
        int size,
        ByteString listHash,
        String askedBy,
        Instant askedAt,
        LocalDate validUntil,
        Optional<Answer> answer) {

    /** Where it stands; that its last day is over is told by the day alone. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * Of a supervisor.
     *
     * @param by subject
     * @param reason empty where it was approved
     */
    public record Answer(String by, Instant at, String reason) {}

    /** What is asked for. */
    public record Asked(
            String method,
            DivisionCode division,
            List<PersonKey> persons,
            LocalDate validUntil,
            RequestContext context,
            String by) {}

    public boolean endedBy(LocalDate today) {
        return validUntil.isBefore(today);
    }
}
