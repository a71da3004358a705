package onepermit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A file read line by line, and the one way in which its numbers, hashes and names are written. */
final class Text {
    private static final int MOST = 1 << 20;
    private static final int HASH = 32;

    private final String file;
    private final List<String> lines;
    private int read;

    private Text(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Any lines.
     *
     * @param file what it is called in messages
     */
    static Text of(String file, byte[] bytes) throws Malformed {
        if (bytes.length > MOST) {
            throw new Malformed(file + ": expected at most " + MOST + " bytes, found " + bytes.length);
        }
        try {
            CharSequence all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Text(file, Arrays.asList(all.toString().split("\n", -1)));
        } catch (CharacterCodingException e) {
            throw new Malformed(file + ": expected UTF-8, found other bytes");
        }
    }

    /** Lines of which each ends in a newline, without any other control character. */
    static Text strict(String file, byte[] bytes) throws Malformed {
        Text text = of(file, bytes);
        int last = text.lines.size() - 1;
        while (text.hasNext()) {
            if (text.next("a line").codePoints().anyMatch(c -> c < ' ')) {
                throw text.wrong("no control character");
            }
        }
        if (!text.lines.get(last).isEmpty()) {
            throw text.wrong("a newline at the end");
        }
        return new Text(file, text.lines.subList(0, last));
    }

    boolean hasNext() {
        return read < lines.size();
    }

    boolean nextStartsWith(String beginning) {
        return hasNext() && lines.get(read).startsWith(beginning);
    }

    String next(String expected) throws Malformed {
        if (!hasNext()) {
            throw new Malformed(file + " line " + (read + 1) + ": expected " + expected + ", found the end");
        }
        return lines.get(read++);
    }

    String after(String word, String expected) throws Malformed {
        String line = next(expected);
        if (!line.startsWith(word)) {
            throw wrong(expected);
        }
        return line.substring(word.length());
    }

    /** An error in the line read last. */
    Malformed wrong(String expected) {
        return new Malformed(
                file + " line " + read + ": expected " + expected + ", found \"" + lines.get(read - 1) + "\"");
    }

    byte[] hash(String base64) throws Malformed {
        return base64(base64)
                .filter(bytes -> bytes.length == HASH)
                .orElseThrow(() -> wrong("a hash of 32 bytes in base64"));
    }

    long number(String decimal, String what) throws Malformed {
        if (decimal.matches("0|[1-9][0-9]{0,18}")) {
            long number = Long.parseUnsignedLong(decimal);
            if (number >= 0) {
                return number;
            }
        }
        throw wrong(what + " in decimal, without leading zeroes, at most 2^63 - 1");
    }

    /** Empty also for base64 that means what another text means. */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isKeyName(String text) {
        return text.matches("[^\\p{IsWhite_Space}+]+");
    }
}
