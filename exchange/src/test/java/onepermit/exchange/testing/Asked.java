package onepermit.exchange.testing;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Message.Builder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import onepermit.exchange.v1.RequestContext;

/**
 * A well-formed request of any method, made from its contract: each field by its name and type.
 *
 * @param person whose number stands in the field that the request is about
 * @param values of fields by their names, before what every request has
 */
record Asked(String person, RequestContext context, Map<String, String> values) {
    private static final Set<String> PLACES = Set.of("division", "place", "school");
    private static final Set<String> OTHERS = Set.of("parent_id", "guardians");
    private static final Set<String> LEFT_OUT = Set.of("host_id", "relative_id", "cannot_come");
    private static final String OTHER = SyntheticIds.woman("1980-01-01");
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("month", "2025-05"),
            Map.entry("etag", "v1"),
            Map.entry("name", "张三"),
            Map.entry("address", "synthetic road 1"),
            Map.entry("reason", "MOVED_AWAY"),
            Map.entry("stage", "PRIMARY"),
            Map.entry("employer", "91990101MA0000007H"),
            Map.entry("school_year", "2025"));

    /** Does a request of this kind name the division that it is for, itself or by a school? One about a round of admission is for the round's. */
    static boolean namesPlace(Descriptor request) {
        return request.findFieldByName("round") == null
                && request.getFields().stream()
                        .anyMatch(field -> PLACES.contains(field.getName())
                                || field.getName().equals("request") && namesPlace(field.getMessageType()));
    }

    Message of(Message prototype) {
        Builder request = prototype.newBuilderForType();
        Set<Object> oneofs = new HashSet<>();
        for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
            boolean first = field.getContainingOneof() == null || oneofs.add(field.getContainingOneof());
            if (first && !LEFT_OUT.contains(field.getName())) {
                set(request, field);
            }
        }
        return request.build();
    }

    private void set(Builder request, FieldDescriptor field) {
        Object value = value(request, field);
        if (field.isRepeated()) {
            request.addRepeatedField(field, value);
        } else {
            request.setField(field, value);
        }
    }

    private Object value(Builder request, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> text(field.getName());
            case MESSAGE -> message(request, field);
            case ENUM -> second(field);
            case INT ->
                Integer.parseInt(values.getOrDefault(field.getName(), USUAL.getOrDefault(field.getName(), "1")));
            case LONG -> 500_000L;
            case BOOLEAN -> true;
            case FLOAT, DOUBLE, BYTE_STRING -> field.getDefaultValue();
        };
    }

    private Object message(Builder request, FieldDescriptor field) {
        Message prototype = request.newBuilderForField(field).build();
        if (field.getMessageType().equals(RequestContext.getDescriptor())) {
            return context;
        }
        return (OTHERS.contains(field.getName()) ? new Asked(OTHER, context, values) : this).of(prototype);
    }

    private String text(String field) {
        if (values.containsKey(field)) {
            return values.getOrDefault(field, "");
        }
        if (field.equals("citizen_id") || field.equals("child_id")) {
            return person;
        }
        if (OTHERS.contains(field)) {
            return OTHER;
        }
        if (field.equals("from") || field.equals("to") || field.endsWith("_on") || field.endsWith("_start")) {
            return "2025-01-06";
        }
        return field.endsWith("id") ? UUID.randomUUID().toString() : USUAL.getOrDefault(field, "1");
    }

    private static EnumValueDescriptor second(FieldDescriptor field) {
        return field.getEnumType().getValues().get(1);
    }
}
