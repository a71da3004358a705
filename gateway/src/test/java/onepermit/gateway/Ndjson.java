package onepermit.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A stream over HTTP/1.1 by hand: what is sent and when the answer is read is the test's own. */
final class Ndjson implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    Ndjson(int port, String path, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + token + "\r\nTransfer-Encoding: chunked\r\n\r\n");
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
        String status = read();
        String header = status;
        while (!header.isEmpty()) {
            header = read();
        }
        return status;
    }

    /** The next line of the answer; each is a chunk. Empty at the end. */
    String line() {
        int size = Integer.parseInt(read(), 16);
        String line = size == 0 ? "" : read();
        read();
        return line;
    }

    private String read() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IllegalStateException("the server has closed the connection");
            }
            return line;
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
