package onepermit.exchange.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one way in which a value may be written; another would let a signed text be changed without its meaning. */
final class Encoding {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern NAME = Pattern.compile("[^\\p{IsWhite_Space}+]+");

    private Encoding() {}

    /** @throws MalformedText naming the line whose bytes are none */
    static String utf8(byte[] text) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        CharBuffer characters = CharBuffer.allocate(text.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true).isError()) {
            String before = new String(text, 0, bytes.position(), StandardCharsets.UTF_8);
            throw MalformedText.at(
                    1 + (int) before.chars().filter(c -> c == '\n').count(),
                    "UTF-8",
                    before.substring(before.lastIndexOf('\n') + 1) + "\ufffd");
        }
        return characters.flip().toString();
    }

    /** RFC 4648 section 4 with padding; null for anything else, also for bits set beyond the last byte. */
    static byte @Nullable [] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Negative where it is no number from 0 to 2^63 - 1 without leading zeroes. */
    static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return -1;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }

    /** A key's name: not empty, no Unicode space, no plus. */
    static boolean isKeyName(String text) {
        return NAME.matcher(text).matches();
    }
}
