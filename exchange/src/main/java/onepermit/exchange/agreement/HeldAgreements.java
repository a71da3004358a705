package onepermit.exchange.agreement;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.v1.AgreementFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Brings the book up to what is stored here: the own agreements and the replicas of the others'. An agreement is believed only from the owner
 * of the datasets it gives.
 */
public final class HeldAgreements {
    private static final Logger LOG = LoggerFactory.getLogger(HeldAgreements.class);

    /** Keys of agreements stand behind all persons' keys, so this reads the end of two indexes. */
    private static final String STORED = """
            SELECT s.dataset, r.fact_id, r.incarnation, r.version, r.payload FROM replica r JOIN replica_slot s USING (slot)
            WHERE r.person >= '\\xff' AND s.state = 'ACTIVE' AND r.payload IS NOT NULL
            UNION ALL
            SELECT dataset, fact_id, incarnation, version, payload FROM fact WHERE person >= '\\xff' AND payload IS NOT NULL""";

    private final JdbcOperations jdbc;
    private final AgreementBook book;
    private final OwnedDatasets owned;
    private Map<Of, Version> known = Map.of();

    private record Of(String control, String agreement) {}

    private record Version(int incarnation, long version) {}

    HeldAgreements(JdbcOperations jdbc, AgreementBook book, OwnedDatasets owned) {
        this.jdbc = jdbc;
        this.book = book;
        this.owned = owned;
    }

    /** Changes nothing where nothing has changed. */
    public synchronized void refresh() {
        Map<Of, Version> now = new HashMap<>();
        List<StandingAgreement> standing = new ArrayList<>();
        jdbc.query(STORED, row -> {
            Of of = new Of(row.getString(1), row.getString(2));
            now.put(of, new Version(row.getInt(3), row.getLong(4)));
            add(standing, of, row.getBytes(5));
        });
        if (!now.equals(known)) {
            book.replace(standing);
            known = now;
        }
    }

    private void add(List<StandingAgreement> standing, Of of, byte[] payload) {
        try {
            StandingAgreement agreement = StandingAgreement.of(AgreementFact.parseFrom(payload));
            if (owned.all(of.control(), agreement.fields().keySet())) {
                standing.add(agreement);
            } else {
                LOG.error(
                        "agreement.ignored control={} agreement={} reason=NOT_THE_OWNER", of.control(), of.agreement());
            }
        } catch (InvalidProtocolBufferException | DateTimeException e) {
            LOG.error("agreement.ignored control={} agreement={} reason=UNREADABLE", of.control(), of.agreement());
        }
    }
}
