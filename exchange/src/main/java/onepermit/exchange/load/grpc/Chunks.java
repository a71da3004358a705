package onepermit.exchange.load.grpc;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The bytes of a file that arrives in messages. A new message is asked for only when one has been read, so a slow
 * database slows the sender and never fills the memory.
 */
final class Chunks extends InputStream {
    private final BlockingQueue<Optional<ByteString>> arrived = new LinkedBlockingQueue<>();
    private final Runnable askForOne;
    private InputStream current = InputStream.nullInputStream();
    private boolean ended;
    private volatile boolean broken;

    Chunks(Runnable askForOne) {
        this.askForOne = askForOne;
    }

    void arrived(ByteString chunk) {
        arrived.add(Optional.of(chunk));
    }

    void ended() {
        arrived.add(Optional.empty());
    }

    /** The caller has gone: the next read fails. */
    void broken() {
        broken = true;
        ended();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = current.read(buffer, offset, length);
        while (read < 0 && advance()) {
            read = current.read(buffer, offset, length);
        }
        if (broken) {
            throw new InterruptedIOException("the caller has gone");
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private boolean advance() throws IOException {
        if (ended) {
            return false;
        }
        Optional<ByteString> next = take();
        ended = next.isEmpty();
        current = next.orElse(ByteString.EMPTY).newInput();
        if (!ended) {
            askForOne.run();
        }
        return !ended;
    }

    private Optional<ByteString> take() throws IOException {
        try {
            return arrived.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopping");
        }
    }
}
