package onepermit.exchange.mandate;

import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates and their lists. */
final class MandateTable {
    private static final String COLUMNS = """
            id, version, state, method, division, purpose, case_ref, size, list_hash, asked_by, asked_at, valid_until,
            answered_by, answered_at, reason""";
    private static final int NEWEST = 200;

    private final JdbcClient jdbc;

    MandateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param persons different ones */
    Mandate ask(String id, Mandate.Asked asked, List<PersonKey> persons, byte[] listHash) {
        Mandate mandate = jdbc.sql("""
                INSERT INTO mandate (id, method, division, purpose, case_ref, size, list_hash, asked_by, valid_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING\s""" + COLUMNS)
                .params(
                        id,
                        asked.method(),
                        asked.division().value(),
                        asked.context().getPurposeValue(),
                        asked.context().getCaseRef(),
                        persons.size(),
                        listHash,
                        asked.by(),
                        asked.validUntil())
                .query((row, n) -> mandate(row))
                .single();
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        jdbc.sql("INSERT INTO mandate_person (mandate, person) SELECT ?, unnest(?::bytea[])")
                .params(id, keys)
                .update();
        return mandate;
    }

    Optional<Mandate> of(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM mandate WHERE id = ?")
                .param(id)
                .query((row, n) -> mandate(row))
                .optional();
    }

    /** Nobody else answers it meanwhile. */
    Optional<Mandate> held(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM mandate WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> mandate(row))
                .optional();
    }

    Mandate answer(String id, Mandate.State state, String by, String reason) {
        return jdbc.sql("""
                UPDATE mandate SET state = ?, version = version + 1, answered_by = ?, answered_at = clock_timestamp(),
                    reason = ? WHERE id = ? RETURNING\s""" + COLUMNS)
                .params(state.name(), by, reason, id)
                .query((row, n) -> mandate(row))
                .single();
    }

    Set<PersonKey> persons(String id) {
        return new HashSet<>(jdbc.sql("SELECT person FROM mandate_person WHERE mandate = ?")
                .param(id)
                .query((row, n) -> PersonKey.of(row.getBytes(1)))
                .list());
    }

    /** The newest that somebody asked for. */
    List<Mandate> askedBy(String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM mandate WHERE asked_by = ? ORDER BY asked_at DESC LIMIT " + NEWEST)
                .param(subject)
                .query((row, n) -> mandate(row))
                .list();
    }

    /** The newest in a division. */
    List<Mandate> within(DivisionCode division) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM mandate WHERE starts_with(division, ?) ORDER BY asked_at DESC LIMIT " + NEWEST)
                .param(division.prefix())
                .query((row, n) -> mandate(row))
                .list();
    }

    /** Lists of what holds no longer. */
    int forgetEnded(LocalDate today) {
        return jdbc.sql("""
                DELETE FROM mandate_person p USING mandate m
                WHERE m.id = p.mandate AND (m.valid_until < ? OR m.state IN ('REFUSED', 'WITHDRAWN'))""").param(today).update();
    }

    private static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getString(1),
                row.getLong(2),
                Mandate.State.valueOf(row.getString(3)),
                row.getString(4),
                new DivisionCode(row.getString(5)),
                RequestContext.newBuilder()
                        .setPurposeValue(row.getInt(6))
                        .setCaseRef(row.getString(7))
                        .build(),
                row.getInt(8),
                ByteString.copyFrom(row.getBytes(9)),
                row.getString(10),
                row.getTimestamp(11).toInstant(),
                row.getObject(12, LocalDate.class),
                Optional.ofNullable(row.getTimestamp(14))
                        .map(at -> new Mandate.Answer(text(row, 13), at.toInstant(), text(row, 15))));
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
