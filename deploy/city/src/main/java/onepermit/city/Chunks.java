package onepermit.city;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Lines as pieces of a file, so large that a call carries few of them and so small that memory does not notice. */
final class Chunks implements Iterator<byte[]> {
    private static final int CHARACTERS = 96 * 1024;

    private final Iterator<String> lines;

    Chunks(Stream<String> lines) {
        this.lines = lines.iterator();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public byte[] next() {
        if (!lines.hasNext()) {
            throw new NoSuchElementException();
        }
        StringBuilder chunk = new StringBuilder(CHARACTERS + 1_000);
        while (lines.hasNext() && chunk.length() < CHARACTERS) {
            chunk.append(lines.next()).append("\r\n");
        }
        return chunk.toString().getBytes(StandardCharsets.UTF_8);
    }
}
