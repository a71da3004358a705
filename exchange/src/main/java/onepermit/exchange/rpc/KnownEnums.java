package onepermit.exchange.rpc;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.stream.Collectors;

/**
 * Refuses numbers that no enum of the contract has. Lines of a list are left to the handler, which answers each of them
 * on its own.
 */
final class KnownEnums {
    private KnownEnums() {}

    static void check(String path, Message message) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                continue;
            }
            switch (field.getJavaType()) {
                case ENUM -> check(path + field.getName(), (EnumValueDescriptor) message.getField(field));
                case MESSAGE -> inside(path, message, field);
                case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING -> {}
            }
        }
    }

    private static void inside(String path, Message message, FieldDescriptor field) {
        if (message.hasField(field)) {
            check(path + field.getName() + ".", (Message) message.getField(field));
        }
    }

    private static void check(String field, EnumValueDescriptor value) {
        // A value that is in no contract has no index among the values.
        if (value.getIndex() < 0) {
            throw new RefusalException(Refusal.invalid(
                    "ENUM_UNKNOWN",
                    field,
                    field + ": " + value.getNumber() + " is not known; expected one of " + names(value.getType())));
        }
    }

    private static String names(EnumDescriptor type) {
        return type.getValues().stream()
                .filter(value -> value.getNumber() != 0)
                .map(value -> value.getNumber() + " (" + value.getName() + ")")
                .collect(Collectors.joining(", "));
    }
}
