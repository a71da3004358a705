package onepermit.exchange.publication.relay;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes a dataset once more when its topic is not the one that was filled: made anew after the broker was lost, or of another
 * generation. Readers would otherwise take an empty topic for the whole truth. The facts go through the outbox, in the version they
 * have, so their order with changes made meanwhile is kept and no watermark is sent before them.
 */
final class Republication {
    private static final Logger LOG = LoggerFactory.getLogger(Republication.class);
    private static final int PIECE = 500;
    /** Keys begin with the version of the exchange's key, which never comes near this. */
    private static final byte[] AFTER_ALL = {(byte) 0xff};

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Republication(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Broken off and begun again it repeats itself, which readers do not mind.
     *
     * @param topics Kafka's id of the topic, by dataset
     * @param goOn asked before each piece
     * @return false if told not to go on
     */
    boolean fill(Map<String, String> topics, BooleanSupplier goOn) {
        for (Map.Entry<String, String> topic : topics.entrySet()) {
            if (!fill(topic.getKey(), topic.getValue(), goOn)) {
                return false;
            }
        }
        return true;
    }

    /** Before the first topic nothing was ever sent: all there is waits in the outbox. */
    private boolean fill(String dataset, String topicId, BooleanSupplier goOn) {
        Optional<String> filled = jdbc.sql("SELECT topic_id FROM filled_topic WHERE dataset = ?")
                .param(dataset)
                .query(String.class)
                .optional();
        if (filled.isPresent() && !filled.get().equals(topicId)) {
            LOG.warn("relay.republishes dataset={} topic_id={} before={}", dataset, topicId, filled.get());
            if (!republish(dataset, goOn)) {
                return false;
            }
        }
        jdbc.sql("""
                INSERT INTO filled_topic (dataset, topic_id) VALUES (?, ?)
                ON CONFLICT (dataset) DO UPDATE SET topic_id = excluded.topic_id""").params(dataset, topicId).update();
        return true;
    }

    private boolean republish(String dataset, BooleanSupplier goOn) {
        byte[] from = {};
        while (goOn.getAsBoolean()) {
            byte[] first = from;
            Optional<byte[]> next = next(first);
            transaction.executeWithoutResult(status -> append(dataset, first, next.orElse(AFTER_ALL)));
            if (next.isEmpty()) {
                return true;
            }
            from = next.get();
        }
        return false;
    }

    private Optional<byte[]> next(byte[] from) {
        return jdbc.sql("SELECT person FROM fact_person WHERE person > ? ORDER BY person OFFSET ? LIMIT 1")
                .params(from, PIECE)
                .query(byte[].class)
                .optional();
    }

    /** Persons are locked first, as their owner does; the outbox row takes its seq under the lock of its fact. */
    private void append(String dataset, byte[] from, byte[] to) {
        jdbc.sql("SELECT 1 FROM fact_person WHERE person >= ? AND person < ? ORDER BY person FOR NO KEY UPDATE")
                .params(from, to)
                .query(row -> {});
        jdbc.sql("""
                WITH again AS MATERIALIZED (
                    SELECT person, dataset, fact_id, incarnation, version, payload, changed_at FROM fact
                    WHERE person >= ? AND person < ? AND dataset = ? AND payload IS NOT NULL
                    ORDER BY person, fact_id FOR NO KEY UPDATE
                )
                INSERT INTO outbox (person, dataset, fact_id, type, incarnation, version, payload, hop, changed_at)
                SELECT person, dataset, fact_id, 'onepermit.exchange.Republished.v1', incarnation, version, payload, 0, changed_at
                FROM again""").params(from, to, dataset).update();
    }
}
