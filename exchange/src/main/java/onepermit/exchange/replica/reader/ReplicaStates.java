package onepermit.exchange.replica.reader;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of the replicas and of what is parked. */
public final class ReplicaStates {
    private final JdbcClient jdbc;
    private final Slots slots;
    private final KafkaSettings kafka;

    ReplicaStates(JdbcClient jdbc, Slots slots, KafkaSettings kafka) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.kafka = kafka;
    }

    public List<State> all() {
        return slots.active().stream().map(this::state).toList();
    }

    /** @param after the id of the last record seen, 0 for none */
    public List<ParkedRecord> parked(Optional<String> dataset, long after, int limit) {
        return jdbc.sql("""
                SELECT p.id, s.dataset, p.person, p.part, p."offset", p.reason, p.parked_at
                FROM parked p JOIN replica_slot s USING (slot)
                WHERE s.state = 'ACTIVE' AND p.id > ? AND (? OR s.dataset = ?) ORDER BY p.id LIMIT ?""")
                .params(after, dataset.isEmpty(), dataset.orElse(""), limit)
                .query((row, n) -> new ParkedRecord(
                        row.getLong(1),
                        row.getString(2),
                        Optional.ofNullable(row.getBytes(3)).map(PersonKey::of),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Records between the reader and the end of the topic, by slot; without those the broker does not tell of. */
    public Map<Slot, Long> lags(List<State> states) {
        try (Admin admin = Admin.create(kafka.forAdmin("replica-lag"))) {
            List<State> read =
                    states.stream().filter(state -> state.problem().isEmpty()).toList();
            Map<TopicPartition, OffsetSpec> wanted = read.stream()
                    .flatMap(state -> state.offsets().keySet().stream()
                            .map(part -> new TopicPartition(state.slot().topic(), part)))
                    .collect(Collectors.toMap(Function.identity(), part -> OffsetSpec.latest()));
            ListOffsetsResult ends =
                    admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(3_000));
            Map<Slot, Long> lags = new HashMap<>();
            read.forEach(state -> lag(state, ends).ifPresent(lag -> lags.put(state.slot(), lag)));
            return lags;
        }
    }

    private static OptionalLong lag(State state, ListOffsetsResult ends) {
        long lag = 0;
        for (Map.Entry<Integer, Long> part : state.offsets().entrySet()) {
            try {
                TopicPartition partition = new TopicPartition(state.slot().topic(), part.getKey());
                lag += Math.max(0, ends.partitionResult(partition).get().offset() - part.getValue());
            } catch (ExecutionException e) {
                return OptionalLong.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(lag);
    }

    private State state(Slot slot) {
        List<Part> parts = jdbc.sql("SELECT part, next_offset, watermark FROM replica_offset WHERE slot = ?")
                .param(slot.number())
                .query((row, n) -> new Part(
                        row.getInt(1),
                        row.getLong(2),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
                .list();
        boolean complete = parts.size() == slot.dataset().partitions()
                && parts.stream().allMatch(part -> part.watermark().isPresent());
        Optional<Instant> watermark = complete
                ? parts.stream().flatMap(part -> part.watermark().stream()).min(Instant::compareTo)
                : Optional.empty();
        Optional<Slot> shadow = slots.shadows().stream()
                .filter(other -> other.dataset().equals(slot.dataset()))
                .findFirst();
        return new State(
                slot,
                watermark,
                parts.stream().collect(Collectors.toMap(Part::number, Part::next)),
                problem(slot),
                count("SELECT count(DISTINCT person) FROM parked WHERE slot = ?", slot),
                shadow.isPresent(),
                shadow.map(other -> count("SELECT coalesce(sum(applied), 0) FROM replica_offset WHERE slot = ?", other))
                        .orElse(0L));
    }

    private Optional<String> problem(Slot slot) {
        return jdbc.sql("""
                SELECT coalesce(s.left_because, (SELECT min(problem) FROM replica_offset o WHERE o.slot = s.slot))
                FROM replica_slot s WHERE s.slot = ?""")
                .param(slot.number())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(reason -> reason);
    }

    private long count(String sql, Slot slot) {
        return jdbc.sql(sql).param(slot.number()).query(Long.class).single();
    }

    /**
     * A replica.
     *
     * @param watermark lowest of all partitions; empty while one has none
     * @param offsets next offset by partition
     * @param problem why nothing is read into it at the moment
     */
    public record State(
            Slot slot,
            Optional<Instant> watermark,
            Map<Integer, Long> offsets,
            Optional<String> problem,
            long parkedPersons,
            boolean rebuilding,
            long shadowApplied) {}

    /** A parked record; no person if its key could not be read. */
    public record ParkedRecord(
            long id,
            String dataset,
            Optional<PersonKey> person,
            int part,
            long offset,
            String reason,
            Instant parkedAt) {}

    private record Part(int number, long next, Optional<Instant> watermark) {}
}
