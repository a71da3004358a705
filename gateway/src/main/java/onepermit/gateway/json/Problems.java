package onepermit.gateway.json;

import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Problems as HTTP answers. */
final class Problems {
    private Problems() {}

    static ServerResponse response(StatusRuntimeException failure) {
        Problem problem = Problem.of(failure);
        return head(problem).body(problem.members());
    }

    /** Lets the caller have the whole answer before the call is closed, which may wait for the rest of a body. */
    static ServerResponse response(Problem problem, StreamedCall call) {
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        return head(problem).contentLength(body.length).build((in, out) -> {
            try {
                out.getOutputStream().write(body);
                out.flushBuffer();
            } finally {
                call.close();
            }
            return null;
        });
    }

    private static ServerResponse.BodyBuilder head(Problem problem) {
        ServerResponse.BodyBuilder response =
                ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfterSeconds() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response;
    }
}
