package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Attempts at what nobody may do. Each is a line: what is tried, how, and what must come back. */
abstract class Hostile extends Scenario {
    private static final Pattern REASON = Pattern.compile("\"reason\"\\s*:\\s*\"([A-Z_]+)\"");
    final HttpDoor http = new HttpDoor(stack);
    final Tokens tokens = new Tokens(stack);

    /** @param answer status of HTTP or code of gRPC, and the stable reason where there is one */
    record Attempt(String what, Supplier<String> tried, String answer) {

        void comesToNothing() {
            assertThat(tried.get()).as(what).isEqualTo(answer);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Attempt attempt(String what, Supplier<String> tried, String answer) {
        return new Attempt(what, tried, answer);
    }

    String post(String path, String body, String token) {
        return said(http.post(path, body, token));
    }

    String post(String path, String body, String token, Map<String, String> headers) {
        return said(http.post(path, body, token, headers));
    }

    static String said(HttpResponse<String> answer) {
        var reason = REASON.matcher(answer.body());
        return answer.statusCode() + (reason.find() ? " " + reason.group(1) : "");
    }

    static String said(Refused refused) {
        return (refused.code() + " " + refused.reason()).trim();
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A question about one person. */
    static String about(String citizenId, String purpose) {
        return "{\"citizenId\":\"%s\",%s}".formatted(citizenId, context(purpose));
    }

    static String context(String purpose) {
        return "\"context\":{\"purpose\":\"PURPOSE_%s\",\"caseRef\":\"TEST-HOSTILE\"}".formatted(purpose);
    }

    /** Whether a child may enrol in Siming. */
    static String admission(String child, String parent) {
        return "{\"childId\":\"%s\",\"guardians\":[{\"citizenId\":\"%s\"}],\"division\":\"350203\",\"schoolYear\":2025,%s}"
                .formatted(child, parent, context("SCHOOL_ADMISSION"));
    }
}
