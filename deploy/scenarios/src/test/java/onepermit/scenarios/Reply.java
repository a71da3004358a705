package onepermit.scenarios;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What somebody hostile gets back, and all that he can read in it. */
record Reply(String code, String reason, String said) {
    private static final Pattern REASON = Pattern.compile("\"(?:reason|error)\"\\s*:\\s*\"(\\w+)\"");

    static Reply of(HttpResponse<String> answer) {
        var found = REASON.matcher(answer.body());
        return new Reply(
                String.valueOf(answer.statusCode()),
                found.find() ? found.group(1) : "",
                answer.headers().map() + "\n" + answer.body());
    }

    /** Of a gRPC call that must fail. */
    static Reply of(ThrowingCallable call) {
        var refused = Refused.by(call);
        return new Reply(refused.code().name(), refused.reason(), refused.text());
    }

    static Reply of(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getClass().getName().startsWith("java.util.concurrent.")) {
            cause = cause.getCause();
        }
        return new Reply(cause.getClass().getSimpleName(), "", String.valueOf(cause.getMessage()));
    }
}
