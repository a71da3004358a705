package onepermit.exchange.replica.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** How far each partition of a slot is applied. Kept here and not in Kafka, so that it moves in the commit of the facts. */
final class Offsets {
    private final JdbcOperations jdbc;
    private final String owner;

    Offsets(JdbcOperations jdbc, String owner) {
        this.jdbc = jdbc;
        this.owner = owner;
    }

    /** Takes over a partition: from now on the reader before is fenced. */
    Claimed claim(Slot slot, int part) {
        List<Claimed> claimed = jdbc.query(
                """
                INSERT INTO replica_offset AS o (slot, part, next_offset, epoch, owner) VALUES (?, ?, 0, 1, ?)
                ON CONFLICT (slot, part) DO UPDATE SET epoch = o.epoch + 1, owner = excluded.owner
                RETURNING next_offset, epoch, watermark, problem""",
                (row, n) -> new Claimed(
                        new Claim(slot, part, row.getLong(1), row.getLong(2)),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString(4))),
                slot.number(),
                part,
                owner);
        return claimed.getFirst();
    }

    /**
     * Moves the offsets of a batch, by compare-and-set.
     *
     * @return false if somebody else has claimed one of them: nothing of the batch may be committed
     */
    boolean advance(List<Advance> advances) {
        int moved = jdbc.update(connection -> advanceStatement(connection, advances));
        advances.forEach(this::keepStopped);
        return moved == advances.size();
    }

    /** Records before the first the topic still has are gone: until the slot is rebuilt, nothing in it is fresh. */
    void problem(Claim claim, String problem) {
        jdbc.update(
                "UPDATE replica_offset SET problem = ? WHERE slot = ? AND part = ?",
                problem,
                claim.slot().number(),
                claim.part());
    }

    /** The slot as a whole says nothing about the topic any more: until another is in its place, nothing in it is fresh. */
    void problem(Slot slot, String problem) {
        jdbc.update("UPDATE replica_offset SET problem = ? WHERE slot = ?", problem, slot.number());
    }

    private void keepStopped(Advance advance) {
        Horizon horizon = advance.horizon();
        if (horizon != null && !horizon.stopped().isEmpty()) {
            byte[][] stopped = horizon.stopped().stream().map(PersonKey::bytes).toArray(byte[][]::new);
            jdbc.update(connection -> {
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE replica_offset SET stopped = ? WHERE slot = ? AND part = ?");
                statement.setArray(1, connection.createArrayOf("bytea", stopped));
                statement.setShort(2, advance.claim().slot().number());
                statement.setInt(3, advance.claim().part());
                return statement;
            });
        }
    }

    private static PreparedStatement advanceStatement(Connection connection, List<Advance> advances)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                UPDATE replica_offset o
                SET next_offset = v.next, applied = o.applied + v.records, watermark = coalesce(v.watermark, o.watermark),
                    stopped = CASE WHEN v.watermark IS NULL THEN o.stopped ELSE '{}' END
                FROM unnest(?::smallint[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                    AS v (slot, part, old, next, epoch, records, watermark)
                WHERE o.slot = v.slot AND o.part = v.part AND o.next_offset = v.old AND o.epoch = v.epoch""");
        array(statement, 1, "smallint", advances, a -> a.claim().slot().number());
        array(statement, 2, "int", advances, a -> a.claim().part());
        array(statement, 3, "bigint", advances, a -> a.claim().nextOffset());
        array(statement, 4, "bigint", advances, Advance::nextOffset);
        array(statement, 5, "bigint", advances, a -> a.claim().epoch());
        array(statement, 6, "bigint", advances, Advance::records);
        array(statement, 7, "timestamptz", advances, Advance::watermark);
        return statement;
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<Advance> advances,
            java.util.function.Function<Advance, @Nullable Object> value)
            throws SQLException {
        Object[] values = advances.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** A claim, and what was known of the partition. */
    record Claimed(Claim claim, Optional<Instant> watermark, Optional<String> problem) {}

    /**
     * How far a batch moves a partition.
     *
     * @param horizon the last watermark in it
     */
    record Advance(
            Claim claim,
            long nextOffset,
            long records,
            @Nullable Horizon horizon) {
        @Nullable
        Object watermark() {
            return horizon == null ? null : Timestamp.from(horizon.time());
        }
    }

    /**
     * What a watermark record says.
     *
     * @param topicId the topic it is said about; empty if the owner does not say
     */
    record Horizon(Instant time, List<PersonKey> stopped, String topicId) {}
}
