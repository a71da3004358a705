package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The HTTP door's connection, byte by byte: no client between puts right what was written. */
record Wire(Stack stack) {

    /** What comes back until the other side closes. */
    String says(String request) {
        var at = URI.create(stack.http());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of a call with this path, exactly as it is written, with a body of {@code {}}. */
    String status(String verb, String path, String token, String... headers) {
        String answer = says(verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + String.join("", headers) + "\r\n{}");
        return answer.substring(9, 12);
    }
}
