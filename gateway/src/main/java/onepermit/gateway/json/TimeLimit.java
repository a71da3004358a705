package onepermit.gateway.json;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of an HTTP call: {@code Grpc-Timeout: 5S} as gRPC writes it, or {@code X-Request-Timeout: 5s}, {@code
 * 500ms} or seconds alone.
 */
final class TimeLimit {
    static final String GRPC = "Grpc-Timeout";
    static final String OURS = "X-Request-Timeout";
    private static final Duration OF_CALL = Duration.ofSeconds(10);
    private static final Duration OF_STREAM = Duration.ofMinutes(10);
    private static final Pattern GRPC_FORM = Pattern.compile("([0-9]{1,8})([HMSmun])");
    private static final Pattern OUR_FORM = Pattern.compile("([0-9]{1,8})(ms|s)?");

    private TimeLimit() {}

    static Duration of(@Nullable String grpc, @Nullable String ours, boolean stream) {
        if (grpc != null) {
            return parse(GRPC, GRPC_FORM, grpc, "e.g. 5S");
        }
        if (ours != null) {
            return parse(OURS, OUR_FORM, ours, "e.g. 5s or 500ms");
        }
        return stream ? OF_STREAM : OF_CALL;
    }

    private static Duration parse(String header, Pattern form, String text, String example) {
        Matcher parts = form.matcher(text.trim());
        if (!parts.matches()) {
            throw new RefusalException(
                    Refusal.invalid("TIMEOUT_FORMAT", header, "not a duration; expected " + example));
        }
        String given = parts.group(2);
        TimeUnit unit = unit(given == null ? "s" : given);
        return Duration.of(Long.parseLong(parts.group(1)), unit.toChronoUnit());
    }

    private static TimeUnit unit(String name) {
        return switch (name) {
            case "H" -> TimeUnit.HOURS;
            case "M" -> TimeUnit.MINUTES;
            case "m", "ms" -> TimeUnit.MILLISECONDS;
            case "u" -> TimeUnit.MICROSECONDS;
            case "n" -> TimeUnit.NANOSECONDS;
            default -> TimeUnit.SECONDS;
        };
    }
}
