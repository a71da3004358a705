package onepermit.exchange.replica.reader;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.PayloadMessage;

/** The payload messages of the datasets that are read here. */
public final class PayloadTypes {
    private final Map<String, Parser<?>> parsers = new HashMap<>();

    public PayloadTypes(Collection<Dataset> datasets) {
        datasets.forEach(
                dataset -> parsers.put(dataset.id(), PayloadMessage.of(dataset).getParserForType()));
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
}
