package onepermit.gateway.json;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON schemas of messages as proto3 JSON writes them; fields at their default are left out of answers. */
final class Schemas {
    static final Map<String, Object> PROBLEM = Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                    "type", text(),
                    "title", text(),
                    "status", Map.of("type", "integer"),
                    "detail", text(),
                    "code", text(),
                    "reason", text(),
                    "field", text(),
                    "retryAfterSeconds", Map.of("type", "integer"),
                    "errors",
                            Map.of(
                                    "type",
                                    "array",
                                    "items",
                                    Map.of(
                                            "type",
                                            "object",
                                            "properties",
                                            Map.of("field", text(), "reason", text(), "text", text())))));

    private final Map<String, Descriptor> seen = new TreeMap<>();
    private final Deque<Descriptor> open = new ArrayDeque<>();

    Map<String, Object> reference(Descriptor message) {
        if (seen.putIfAbsent(message.getFullName(), message) == null) {
            open.add(message);
        }
        return Map.of("$ref", "#/components/schemas/" + message.getFullName());
    }

    /** All that was referred to, and what that refers to. */
    Map<String, Object> all() {
        Map<String, Object> schemas = new TreeMap<>();
        while (!open.isEmpty()) {
            Descriptor message = open.remove();
            schemas.put(message.getFullName(), message(message));
        }
        return schemas;
    }

    List<Map<String, Object>> parameters(HttpMethodBinding binding) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        if (binding.department().isEmpty()) {
            parameters.add(Map.of("name", "department", "in", "path", "required", true, "schema", text()));
        }
        if (binding.verb().equals("GET")) {
            binding.contract().getInputType().getFields().stream()
                    .map(this::query)
                    .forEach(parameters::add);
        }
        return parameters;
    }

    private Map<String, Object> query(FieldDescriptor field) {
        return Map.of(
                "name", field.getJsonName(), "in", "query", "description", Comments.of(field), "schema", schema(field));
    }

    private Map<String, Object> message(Descriptor message) {
        Map<String, Object> properties = new LinkedHashMap<>();
        message.getFields().forEach(field -> properties.put(field.getJsonName(), schema(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", Comments.of(message));
        schema.put("properties", properties);
        List<String> required = message.getFields().stream()
                .filter(field -> rules(field).getRequired())
                .map(FieldDescriptor::getJsonName)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> schema(FieldDescriptor field) {
        Map<String, Object> one = new LinkedHashMap<>(value(field));
        if (!field.isRepeated()) {
            one.put("description", Comments.of(field));
            limits(one, rules(field));
            return one;
        }
        return Map.of("type", "array", "items", one, "description", Comments.of(field));
    }

    private Map<String, Object> value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> Map.of("type", "integer", "format", "int32");
            case LONG -> Map.of("type", "string", "format", "int64");
            case FLOAT, DOUBLE -> Map.of("type", "number");
            case BOOLEAN -> Map.of("type", "boolean");
            case STRING -> text();
            case BYTE_STRING -> Map.of("type", "string", "contentEncoding", "base64");
            case ENUM ->
                Map.of(
                        "type",
                        "string",
                        "enum",
                        field.getEnumType().getValues().stream()
                                .map(EnumValueDescriptor::getName)
                                .toList());
            case MESSAGE -> wellKnown(field.getMessageType());
        };
    }

    private Map<String, Object> wellKnown(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Timestamp" -> Map.of("type", "string", "format", "date-time");
            case "google.protobuf.Duration" -> Map.of("type", "string", "examples", List.of("1.5s"));
            default -> reference(message);
        };
    }

    private static void limits(Map<String, Object> schema, FieldRules rules) {
        if (rules.getString().hasMinLen()) {
            schema.put("minLength", rules.getString().getMinLen());
        }
        if (rules.getString().hasMaxLen()) {
            schema.put("maxLength", rules.getString().getMaxLen());
        }
        if (rules.getString().hasPattern()) {
            schema.put("pattern", rules.getString().getPattern());
        }
        if (rules.getString().getUuid()) {
            schema.put("format", "uuid");
        }
        if (rules.getInt32().hasGte()) {
            schema.put("minimum", rules.getInt32().getGte());
        }
        if (rules.getInt32().hasLte()) {
            schema.put("maximum", rules.getInt32().getLte());
        }
    }

    private static FieldRules rules(FieldDescriptor field) {
        return field.getOptions().getExtension(ValidateProto.field);
    }

    private static Map<String, Object> text() {
        return Map.of("type", "string");
    }
}
