package onepermit.gateway.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * Lets through what every reader of JSON (RFC 8259) reads alike: the parser of messages takes the last of two fields of a name, words
 * without quotes, and nothing of what stands behind the first value.
 */
final class OneMeaning {
    private OneMeaning() {}

    /** @throws RefusalException {@code FIELD_TWICE} or {@code JSON_INVALID}, without a value */
    static void require(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            read(reader);
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException e) {
            throw new RefusalException(Refusal.invalid("JSON_INVALID", "", "the body is not JSON (RFC 8259)"));
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be read", e);
        }
    }

    private static void read(JsonReader reader) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        while (true) {
            switch (reader.peek()) {
                case BEGIN_OBJECT -> {
                    reader.beginObject();
                    open.push(new HashSet<>());
                }
                case END_OBJECT -> {
                    reader.endObject();
                    open.pop();
                }
                case NAME -> once(reader, open.element());
                case BEGIN_ARRAY -> reader.beginArray();
                case END_ARRAY -> reader.endArray();
                case STRING, NUMBER -> {
                    var _ = reader.nextString();
                }
                case BOOLEAN -> {
                    var _ = reader.nextBoolean();
                }
                case NULL -> reader.nextNull();
                case END_DOCUMENT -> {
                    return;
                }
            }
        }
    }

    private static void once(JsonReader reader, Set<String> seen) throws IOException {
        String name = reader.nextName();
        if (!seen.add(name)) {
            throw new RefusalException(
                    Refusal.invalid("FIELD_TWICE", FaultyField.named(name), "a field stands in a message once"));
        }
    }
}
