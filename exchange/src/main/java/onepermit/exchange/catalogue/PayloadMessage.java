package onepermit.exchange.catalogue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.stream.Stream;

/**
 * The message that carries a dataset's facts, found by its full name, which is that of its generated class. So the exchange reads every
 * department's facts and imports none.
 */
public final class PayloadMessage {
    private PayloadMessage() {}

    /** @throws IllegalStateException no such message is on the class path */
    public static Message of(Dataset dataset) {
        try {
            Class<?> type = Class.forName(dataset.payloadType());
            return (Message) type.getMethod("getDefaultInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "catalogue: dataset " + dataset.id() + " names payload " + dataset.payloadType()
                            + ", which is not in the contracts on the class path",
                    e);
        }
    }

    /** Paths of all fields that hold a value, e.g. {@code periods.division}, in the order of the contract. */
    public static Stream<String> fields(Dataset dataset) {
        return fields("", of(dataset).getDescriptorForType());
    }

    /** Whether it carries tags, the only bytes in a payload: who has a tag finds the same person or name wherever else it stands. */
    public static boolean hasTags(Dataset dataset) {
        return hasTags(of(dataset).getDescriptorForType());
    }

    private static boolean hasTags(Descriptor message) {
        return message.getFields().stream()
                .anyMatch(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        ? hasTags(field.getMessageType())
                        : field.getJavaType() == FieldDescriptor.JavaType.BYTE_STRING);
    }

    private static Stream<String> fields(String path, Descriptor message) {
        return message.getFields().stream().flatMap(field -> fields(path, field));
    }

    private static Stream<String> fields(String path, FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? fields(path + field.getName() + ".", field.getMessageType())
                : Stream.of(path + field.getName());
    }
}
