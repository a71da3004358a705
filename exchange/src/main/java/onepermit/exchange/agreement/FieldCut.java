package onepermit.exchange.agreement;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.PayloadMessage;

/** Takes the fields that are not given out of a payload. What the contract does not know goes with them. */
public final class FieldCut {
    private final Map<String, Message> types = new ConcurrentHashMap<>();

    /** @return the same bytes where all is given */
    public byte[] cut(Dataset dataset, byte[] payload, GivenFields given) {
        if (given.whole()) {
            return payload;
        }
        try {
            Message type = types.computeIfAbsent(dataset.id(), id -> PayloadMessage.of(dataset));
            return cut("", type.getParserForType().parseFrom(payload), given.paths())
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a payload of " + dataset.id() + " cannot be read", e);
        }
    }

    private static Message cut(String path, Message message, Set<String> given) {
        Message.Builder left = message.newBuilderForType();
        message.getAllFields().forEach((field, value) -> take(left, path + field.getName(), field, value, given));
        return left.build();
    }

    private static void take(
            Message.Builder left, String path, FieldDescriptor field, Object value, Set<String> given) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            if (given.contains(path)) {
                left.setField(field, value);
            }
        } else if (given.stream().anyMatch(one -> one.startsWith(path + "."))) {
            if (field.isRepeated()) {
                ((List<?>) value).forEach(one -> left.addRepeatedField(field, cut(path + ".", (Message) one, given)));
            } else {
                left.setField(field, cut(path + ".", (Message) value, given));
            }
        }
    }
}
