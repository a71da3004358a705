package onepermit.scenarios;

import java.io.IOException;
import java.io.InputStream;

/** What HTTP/1.1 sends in chunks, without their frames. A read ends with its chunk, so that it never waits for more than has come. */
final class Chunks extends InputStream {
    private final InputStream framed;
    private int left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream framed) {
        this.framed = framed;
    }

    /** A line of what is around the chunks, without its end. */
    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IllegalStateException("the gateway has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (left == 0) {
            next();
        }
        if (ended) {
            return -1;
        }
        int read = framed.read(to, from, Math.min(most, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private void next() throws IOException {
        if (ended) {
            return;
        }
        if (begun) {
            line(framed);
        }
        begun = true;
        left = Integer.parseInt(line(framed), 16);
        if (left == 0) {
            ended = true;
            line(framed);
        }
    }
}
