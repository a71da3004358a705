package onepermit.exchange.replica.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of a parked record as bytes: for each, the lengths and bytes of name and value; length -1 means no value. */
final class HeaderBytes {
    private HeaderBytes() {}

    static byte[] of(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += 8 + name(header).length + (header.value() == null ? 0 : header.value().length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (Header header : headers) {
            put(bytes, header);
        }
        return bytes.array();
    }

    static Headers read(byte[] stored) {
        RecordHeaders headers = new RecordHeaders();
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        while (bytes.hasRemaining()) {
            String name = new String(take(bytes, bytes.getInt()), StandardCharsets.UTF_8);
            int length = bytes.getInt();
            headers.add(name, length < 0 ? null : take(bytes, length));
        }
        return headers;
    }

    private static void put(ByteBuffer bytes, Header header) {
        bytes.putInt(name(header).length).put(name(header));
        if (header.value() == null) {
            bytes.putInt(-1);
        } else {
            bytes.putInt(header.value().length).put(header.value());
        }
    }

    private static byte[] name(Header header) {
        return header.key().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }
}
