package onepermit.gateway.json;

import com.google.gson.JsonPrimitive;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.gateway.edge.Contracts;

/** Messages from and to proto3 JSON. */
final class JsonMessages {
    private final JsonFormat.Parser parser;
    private final JsonFormat.Printer printer;

    JsonMessages(Contracts contracts) {
        TypeRegistry types = TypeRegistry.newBuilder().add(contracts.messages()).build();
        parser = JsonFormat.parser().usingTypeRegistry(types);
        printer = JsonFormat.printer().usingTypeRegistry(types).omittingInsignificantWhitespace();
    }

    /** @throws RefusalException naming the field that does not fit, never its value */
    DynamicMessage read(String json, DynamicMessage.Builder into) {
        String body = json.isBlank() ? "{}" : json;
        OneMeaning.require(body);
        try {
            parser.merge(body, into);
            return into.build();
        } catch (InvalidProtocolBufferException e) {
            throw new RefusalException(new FaultyField(parser).find(into.getDescriptorForType(), json));
        }
    }

    /** For a query parameter. */
    void set(DynamicMessage.Builder into, String field, String value) {
        String json = "{" + quoted(field) + ":" + quoted(value) + "}";
        try {
            parser.merge(json, into);
        } catch (InvalidProtocolBufferException e) {
            throw new RefusalException(
                    Refusal.invalid("QUERY_INVALID", field, "no such parameter, or its value does not fit"));
        }
    }

    String write(DynamicMessage message) {
        try {
            return printer.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }
}
