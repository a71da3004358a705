package onepermit.scenarios;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stream over HTTP/1.1 by hand: when a line is sent and when an answer is read is the scenario's own. */
final class Ndjson implements AutoCloseable {
    /** Bytes; left to itself, the system would take in megabytes for a reader that reads nothing. */
    private static final int RECEIVED_AHEAD = 1 << 16;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final BufferedReader answers;

    /** @param headers as they stand on the wire, {@code Name: value} */
    Ndjson(Stack stack, String path, String token, String... headers) {
        var at = URI.create(stack.http());
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(RECEIVED_AHEAD);
            socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
            socket.setSoTimeout(60_000);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream());
            answers = new BufferedReader(new InputStreamReader(new Chunks(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + token + "\r\nTransfer-Encoding: chunked\r\n" + lines(headers) + "\r\n");
    }

    private static String lines(String... headers) {
        return Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining());
    }

    /** Sends a line as a chunk; blocks when nobody reads. */
    void send(String line) {
        int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
        write(Integer.toHexString(length) + "\r\n" + line + "\n\r\n");
    }

    void end() {
        write("0\r\n\r\n");
    }

    /** The status line, after which the headers are skipped. */
    String status() {
        try {
            var status = Chunks.line(in);
            var header = status;
            while (!header.isEmpty()) {
                header = Chunks.line(in);
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line of the answer. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
