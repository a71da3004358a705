package onepermit.gateway.json;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** The HTTP answer of a stream. The status line waits for the first step, so that a refused stream is no broken 200. */
final class StreamedAnswer {
    private static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;

    private StreamedAnswer() {}

    static ServerResponse of(StreamedCall call, boolean streams) throws IOException {
        Step first = call.next();
        if (first instanceof Step.Broken broken) {
            throw new StreamRefused(broken, call);
        }
        return ServerResponse.ok()
                .contentType(streams ? NDJSON : MediaType.APPLICATION_JSON)
                .build((HttpServletRequest in, HttpServletResponse out) -> {
                    write(call, first, out.getOutputStream());
                    return null;
                });
    }

    private static void write(StreamedCall call, Step first, OutputStream out) throws IOException {
        try {
            Step step = first;
            while (step instanceof Step.Line(String json)) {
                write(json, out);
                step = call.next();
            }
            if (step instanceof Step.Broken broken) {
                // The status line has gone, so the failure is the last line.
                write(broken.problem().line(), out);
            }
        } finally {
            call.close();
        }
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
