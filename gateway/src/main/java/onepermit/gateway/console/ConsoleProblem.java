package onepermit.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;

/** Problems that the console finds before a call reaches the JSON door, in the members that the door's own have. */
final class ConsoleProblem {
    private ConsoleProblem() {}

    static Map<String, Object> members(int status, String reason, String detail) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:onepermit:reason:" + reason);
        members.put("status", status);
        members.put("detail", detail);
        members.put("reason", reason);
        return members;
    }

    /** @param reason and {@code detail} without characters that JSON escapes */
    static void write(HttpServletResponse response, int status, String reason, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write("{\"type\":\"urn:onepermit:reason:%s\",\"status\":%d,\"detail\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(reason, status, detail, reason)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
