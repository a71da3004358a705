package onepermit.exchange.replica.live;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.reader.PayloadTypes;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.GetFactsResponse;

/** Reads what owners answer as strictly as the reader reads what they publish. */
final class Answers {
    private final PayloadTypes payloads;

    Answers(PayloadTypes payloads) {
        this.payloads = payloads;
    }

    /** Nothing when a part of the answer cannot be read: the rest alone would claim to be all. */
    Optional<Said> read(Dataset dataset, GetFactsResponse response, Duration age) {
        boolean readable = response.getFactsList().stream()
                .allMatch(fact -> fact.getPerson().size() == PersonKey.LENGTH
                        && payloads.readable(dataset, fact.getPayload().toByteArray()));
        if (!readable || !response.hasAsOf()) {
            return Optional.empty();
        }
        List<FactRow> rows =
                response.getFactsList().stream().map(fact -> row(dataset, fact)).toList();
        return Optional.of(new Said(dataset, instant(response.getAsOf()), age, rows));
    }

    private static FactRow row(Dataset dataset, FactRecord fact) {
        return new FactRow(
                PersonKey.of(fact.getPerson().toByteArray()),
                dataset.id(),
                fact.getFactId(),
                fact.getIncarnation(),
                fact.getVersion(),
                fact.getPayload().toByteArray());
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
