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

    /** The next line that is not blank; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int c = body.read();
        while (c >= 0) {
            if (c == '\n' && !line.toString(StandardCharsets.UTF_8).isBlank()) {
                break;
            }
            append(line, c);
            c = body.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static void append(ByteArrayOutputStream line, int c) {
        if (line.size() == LARGEST) {
            throw tooLarge();
        }
        line.write(c);
    }

    static RefusalException tooLarge() {
        return new RefusalException(new Refusal(
                Code.RESOURCE_EXHAUSTED, "BODY_TOO_LARGE", "", "a message may have " + LARGEST + " bytes at most"));
    }
}
