package onepermit.exchange.replica.reader;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import onepermit.exchange.catalogue.Dataset;

/**
 * The payload messages of datasets, found by the name the catalogue gives them: the generated class has the message's full name. So
 * the exchange reads every department's facts and imports none.
 */
public final class PayloadTypes {
    private final Map<String, Parser<?>> parsers = new HashMap<>();

    public PayloadTypes(Collection<Dataset> datasets) {
        datasets.forEach(dataset -> parsers.put(dataset.id(), parser(dataset)));
    }

    public boolean readable(Dataset dataset, byte[] payload) {
        Parser<?> parser = parsers.get(dataset.id());
        if (parser == null) {
            throw new IllegalArgumentException("dataset " + dataset.id() + " is not read here");
        }
        try {
            parser.parseFrom(payload);
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static Parser<?> parser(Dataset dataset) {
        try {
            Class<?> type = Class.forName(dataset.payloadType());
            return ((Message) type.getMethod("getDefaultInstance").invoke(null)).getParserForType();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "catalogue: dataset " + dataset.id() + " names payload " + dataset.payloadType()
                            + ", which is not in the contracts on the class path",
                    e);
        }
    }
}
