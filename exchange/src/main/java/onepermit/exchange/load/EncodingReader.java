package onepermit.exchange.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a file in UTF-8 or GB18030. Both write ASCII alike, so the choice is made at the first block that holds
 * anything else; that way a file whose header is English and whose first Chinese name comes late is still read right.
 */
final class EncodingReader extends Reader {
    private static final int BLOCK = 64 * 1024;

    private final InputStream file;
    private Reader decided = Reader.nullReader();
    private boolean open = true;

    EncodingReader(InputStream file) throws IOException {
        this.file = file;
        byte[] first = block();
        refuseOtherFormats(first);
        decide(startsWith(first, 0xEF, 0xBB, 0xBF) ? Arrays.copyOfRange(first, 3, first.length) : first);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = decided.read(buffer, offset, length);
        while (read < 0 && open) {
            decide(block());
            read = decided.read(buffer, offset, length);
        }
        return read;
    }

    /** Takes one block: plain ASCII is passed on and the question stays open; anything else settles it for the rest. */
    private void decide(byte[] block) {
        if (block.length == 0) {
            open = false;
            return;
        }
        Charset charset = charsetOf(block);
        open = charset == null;
        decided = charset == null
                ? new InputStreamReader(new ByteArrayInputStream(block), StandardCharsets.US_ASCII)
                : new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(block), file), charset);
    }

    /** What has arrived; where that is more than ASCII, a whole block, since a few bytes would be little to judge by. */
    private byte[] block() throws IOException {
        byte[] mark = file.readNBytes(4);
        byte[] block = Arrays.copyOf(mark, BLOCK);
        int length = mark.length + Math.max(0, file.read(block, mark.length, BLOCK - mark.length));
        if (asciiPrefix(block, length) < length) {
            length += file.readNBytes(block, length, BLOCK - length);
        }
        return Arrays.copyOf(block, length);
    }

    private static int asciiPrefix(byte[] block, int length) {
        int start = 0;
        while (start < length && block[start] >= 0) {
            start++;
        }
        return start;
    }

    private static @Nullable Charset charsetOf(byte[] block) {
        int start = asciiPrefix(block, block.length);
        if (start == block.length) {
            return null;
        }
        return isUtf8(ByteBuffer.wrap(block, start, block.length - start))
                ? StandardCharsets.UTF_8
                : Charset.forName("GB18030");
    }

    /** A character cut in two by the end of the block is no error: the decoder is not told that the input ends. */
    private static boolean isUtf8(ByteBuffer bytes) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes, CharBuffer.allocate(bytes.remaining()), false)
                .isError();
    }

    private static void refuseOtherFormats(byte[] first) {
        if (startsWith(first, 'P', 'K', 3, 4) || startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("this is a workbook, not CSV; save it as 'CSV UTF-8'");
        }
        if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF)) {
            throw refused("this is UTF-16; save it as UTF-8 or GB18030");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static RefusalException refused(String text) {
        return new RefusalException(Refusal.invalid("FILE_FORMAT", "chunk", text));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
