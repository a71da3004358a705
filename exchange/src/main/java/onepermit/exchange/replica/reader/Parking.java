package onepermit.exchange.replica.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Records that could not be applied, and all later ones of the same person in the same slot, in order and as they came. Nobody else
 * waits for them.
 */
final class Parking {
    private final JdbcOperations jdbc;

    Parking(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody parked; most of the time nobody is. */
    Set<Person> persons() {
        return new HashSet<>(jdbc.query(
                "SELECT DISTINCT slot, person FROM parked WHERE person IS NOT NULL",
                (row, n) -> new Person(row.getShort(1), PersonKey.of(row.getBytes(2)))));
    }

    void park(List<Parked> records) {
        jdbc.batchUpdate("""
                INSERT INTO parked (slot, person, part, "offset", reason, key, value, headers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slot, part, "offset") DO NOTHING""", records, 100, (statement, parked) -> {
            RawRecord record = parked.record();
            statement.setShort(1, parked.slot());
            statement.setBytes(2, parked.person().map(PersonKey::bytes).orElse(null));
            statement.setInt(3, record.part());
            statement.setLong(4, record.offset());
            statement.setString(5, parked.reason().name());
            statement.setBytes(6, record.key());
            statement.setBytes(7, record.value());
            statement.setBytes(8, HeaderBytes.of(record.headers()));
        });
    }

    /** The records of a person, in the order they came. */
    List<Waiting> waiting(short slot, PersonKey person) {
        return jdbc.query(
                """
                SELECT id, part, "offset", key, value, headers FROM parked WHERE slot = ? AND person = ? ORDER BY id""",
                (row, n) -> new Waiting(
                        row.getLong(1),
                        new RawRecord(
                                row.getInt(2),
                                row.getLong(3),
                                row.getBytes(4),
                                row.getBytes(5),
                                HeaderBytes.read(row.getBytes(6)))),
                slot,
                person.bytes());
    }

    void release(List<Waiting> records) {
        jdbc.batchUpdate(
                "DELETE FROM parked WHERE id = ?",
                records.stream().map(record -> new Object[] {record.id()}).toList());
    }

    /** Drops the records nobody can be found for, after somebody has looked at them. */
    int dismissWithoutPerson(short slot) {
        return jdbc.update("DELETE FROM parked WHERE slot = ? AND person IS NULL", slot);
    }

    /** A person in a slot. */
    record Person(short slot, PersonKey person) {}

    /** A record to be parked. */
    record Parked(short slot, Optional<PersonKey> person, Arrival.Reason reason, RawRecord record) {}

    /** A parked record. */
    record Waiting(long id, RawRecord record) {}
}
