package onepermit.exchange.publication.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Headers of a fact's record: CloudEvents 1.0, binary mode, and our version.
 *
 * @param id unique within the source
 * @param type what happened, e.g. {@code onepermit.residence.AddressChanged.v1}
 * @param source the owner, e.g. {@code /onepermit/permit-service}
 * @param time when the owner committed it
 * @param incarnation of the owner's records
 * @param version of the fact
 * @param hop how many corrections led to it
 * @param traceparent W3C trace context of the change
 */
public record FactHeaders(
        String id,
        String type,
        String source,
        Instant time,
        int incarnation,
        long version,
        int hop,
        @Nullable String traceparent) {

    public void write(Headers headers, PersonKey person) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", person.hex());
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/protobuf");
        put(headers, "op_incarnation", Integer.toString(incarnation));
        put(headers, "op_version", Long.toString(version));
        put(headers, "op_hop", Integer.toString(hop));
        if (traceparent != null) {
            put(headers, "traceparent", traceparent);
        }
    }

    /** Empty if the record does not say which version of the fact it is, or says it in no way we know. */
    public static Optional<FactHeaders> read(Headers headers) {
        try {
            return Optional.of(new FactHeaders(
                    text(headers, "ce_id"),
                    text(headers, "ce_type"),
                    text(headers, "ce_source"),
                    Instant.parse(text(headers, "ce_time")),
                    Integer.parseInt(text(headers, "op_incarnation")),
                    Long.parseLong(text(headers, "op_version")),
                    Integer.parseInt(optional(headers, "op_hop", "0")),
                    traceparent(headers)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String traceparent(Headers headers) {
        String value = optional(headers, "traceparent", "");
        return value.isEmpty() ? null : value;
    }

    private static String text(Headers headers, String name) {
        String value = optional(headers, name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static String optional(Headers headers, String name, String otherwise) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
