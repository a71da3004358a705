package onepermit.gateway.json;

import io.grpc.Status.Code;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The body of a request, whole or by lines (NDJSON), never more than one message's size at a time. */
final class Lines {
    static final int LARGEST = 4 * 1024 * 1024;

    private final InputStream body;
    private long number;

    Lines(InputStream body) {
        this.body = new BufferedInputStream(body, 1 << 16);
    }

    static String whole(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The next line that is not blank; empty at the end.
     *
     * @throws RefusalException the line is too large; the one after it can be read
     */
    Optional<String> next() throws IOException {
        Optional<String> line = line();
        while (line.isPresent() && line.get().isBlank()) {
            line = line();
        }
        return line;
    }

    /** Of the line read last, from 1. */
    long number() {
        return number;
    }

    private Optional<String> line() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int c = body.read();
        boolean end = c < 0;
        while (c >= 0 && c != '\n' && line.size() < LARGEST) {
            line.write(c);
            c = body.read();
        }
        if (c >= 0 && c != '\n') {
            skipLine();
            throw tooLarge();
        }
        return end ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    private void skipLine() throws IOException {
        int c = body.read();
        while (c >= 0 && c != '\n') {
            c = body.read();
        }
    }

    static RefusalException tooLarge() {
        return new RefusalException(new Refusal(
                Code.RESOURCE_EXHAUSTED, "BODY_TOO_LARGE", "", "a message may have " + LARGEST + " bytes at most"));
    }
}
