package onepermit.gateway.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Finds the field of a JSON body that does not fit its message. The parser's own text holds values, which may be
 * personal, and names no field; this is only run for bodies that failed.
 */
final class FaultyField {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,60}");

    private final JsonFormat.Parser parser;

    FaultyField(JsonFormat.Parser parser) {
        this.parser = parser;
    }

    Refusal find(Descriptor message, String json) {
        try {
            JsonElement body = JsonParser.parseString(json);
            return body.isJsonObject()
                    ? find("", message, body.getAsJsonObject())
                            .orElse(broken("the body does not fit " + message.getFullName()))
                    : broken("the body must be a JSON object, a " + message.getFullName());
        } catch (JsonParseException | IllegalStateException e) {
            return broken("the body is not JSON");
        }
    }

    private Optional<Refusal> find(String path, Descriptor message, JsonObject body) {
        return body.entrySet().stream()
                .map(entry -> find(path, message, entry))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> find(String path, Descriptor message, Map.Entry<String, JsonElement> entry) {
        String at = path + entry.getKey();
        FieldDescriptor field = field(message, entry.getKey());
        if (field == null) {
            return Optional.of(Refusal.invalid(
                    "FIELD_UNKNOWN",
                    path + named(entry.getKey()),
                    "no such field in " + message.getFullName() + "; it has " + fields(message)));
        }
        if (fits(message, entry)) {
            return Optional.empty();
        }
        return inside(at, field, entry.getValue())
                .or(() -> Optional.of(Refusal.invalid("FIELD_TYPE", at, "expected " + expected(field))));
    }

    private Optional<Refusal> inside(String at, FieldDescriptor field, JsonElement value) {
        boolean nested = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField();
        if (nested && !field.isRepeated() && value.isJsonObject()) {
            return find(at + ".", field.getMessageType(), value.getAsJsonObject());
        }
        if (nested && field.isRepeated() && value.isJsonArray()) {
            return insideList(at, field, value);
        }
        return Optional.empty();
    }

    private Optional<Refusal> insideList(String at, FieldDescriptor field, JsonElement list) {
        int index = 0;
        for (JsonElement item : list.getAsJsonArray()) {
            Optional<Refusal> found = item.isJsonObject()
                    ? find(at + "[" + index + "].", field.getMessageType(), item.getAsJsonObject())
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            index++;
        }
        return Optional.empty();
    }

    private boolean fits(Descriptor message, Map.Entry<String, JsonElement> entry) {
        JsonObject alone = new JsonObject();
        alone.add(entry.getKey(), entry.getValue());
        try {
            parser.merge(alone.toString(), DynamicMessage.newBuilder(message));
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static @Nullable FieldDescriptor field(Descriptor message, String name) {
        return message.getFields().stream()
                .filter(field ->
                        field.getJsonName().equals(name) || field.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String expected(FieldDescriptor field) {
        String one = switch (field.getJavaType()) {
            case INT, LONG -> "a whole number";
            case FLOAT, DOUBLE -> "a number";
            case BOOLEAN -> "true or false";
            case STRING -> "text";
            case BYTE_STRING -> "base64";
            case ENUM -> "one of " + values(field.getEnumType());
            case MESSAGE -> "a " + field.getMessageType().getFullName();
        };
        return field.isRepeated() ? "a list, each " + one : one;
    }

    private static String values(EnumDescriptor type) {
        return type.getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(value -> value.getName())
                .collect(Collectors.joining(", "));
    }

    private static String fields(Descriptor message) {
        return message.getFields().stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining(", "));
    }

    /** What was sent as a name may be anything, a person's number too; only what could be a field's name is repeated. */
    static String named(String name) {
        return NAME.matcher(name).matches() ? name : "…";
    }

    private static Refusal broken(String text) {
        return Refusal.invalid("JSON_INVALID", "", text);
    }
}
