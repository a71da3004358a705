package onepermit.exchange.decision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Attachment;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.OfficerAct;
import onepermit.exchange.v1.ReceiptRef;
import org.springframework.jdbc.core.JdbcOperations;

/** Stored decisions. A body is stored once, under its hash. */
public final class DecisionTable implements Attachment {

    /** A decision as stored, with the version of what officers made of it. */
    public record Stored(Decision decision, byte[] body, String division, List<PersonKey> persons, long version) {}

    private record Row(DecisionTable attachment, Decision answer, Body body, String division, byte[][] persons)
            implements Attached {

        byte[] envelope() {
            return Envelope.of(answer).toByteArray();
        }

        int finality() {
            return answer.getFinality().getNumber();
        }
    }

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final JdbcOperations jdbc;
    private final StoredBodies bodies = new StoredBodies();

    public DecisionTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param division of the case; none = only callers bound to no place read it again */
    Attached row(Decision answer, Body body, Look look, Optional<DivisionCode> division) {
        return new Row(
                this,
                answer,
                body,
                division.map(DivisionCode::value).orElse(""),
                look.persons().stream().map(PersonKey::bytes).toArray(byte[][]::new));
    }

    @Override
    public void store(Connection connection, List<Placed> rows) throws SQLException {
        storeBodies(connection, rows);
        storeDecisions(connection, rows);
    }

    @Override
    public void committed(List<Placed> rows) {
        rows.forEach(placed -> bodies.stored(row(placed).body()));
    }

    @Override
    public void failed() {
        bodies.forget();
    }

    /** In order of their hashes, so that two instances never wait for each other in a ring. */
    private void storeBodies(Connection connection, List<Placed> rows) throws SQLException {
        Map<byte[], byte[]> unknown = new TreeMap<>(Arrays::compareUnsigned);
        rows.stream()
                .map(placed -> row(placed).body())
                .filter(body -> !bodies.isStored(body))
                .forEach(body -> unknown.put(body.hash(), body.bytes()));
        if (unknown.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO decision_body (hash, body) SELECT * FROM unnest(?::bytea[], ?::bytea[])
                ON CONFLICT (hash) DO NOTHING""")) {
            insert.setArray(
                    1, connection.createArrayOf("bytea", unknown.keySet().toArray(byte[][]::new)));
            insert.setArray(
                    2, connection.createArrayOf("bytea", unknown.values().toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /** One statement; a list inside a list goes as the text of one. A decision whose body is not stored is not stored either. */
    private static void storeDecisions(Connection connection, List<Placed> rows) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO decision (id, body_hash, division, persons, envelope, finality, receipt)
                SELECT id, hash, division, persons::bytea[], envelope, finality, receipt
                FROM unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::int[], ?::bytea[])
                AS v (id, hash, division, persons, envelope, finality, receipt)
                JOIN decision_body USING (hash)""")) {
            insert.setArray(
                    1,
                    array(
                            connection,
                            "text",
                            rows,
                            placed -> row(placed).answer().getId(),
                            String[]::new));
            insert.setArray(
                    2,
                    array(
                            connection,
                            "bytea",
                            rows,
                            placed -> row(placed).body().hash(),
                            byte[][]::new));
            insert.setArray(
                    3, array(connection, "text", rows, placed -> row(placed).division(), String[]::new));
            insert.setArray(
                    4,
                    array(
                            connection,
                            "text",
                            rows,
                            placed -> literal(row(placed).persons()),
                            String[]::new));
            insert.setArray(
                    5, array(connection, "bytea", rows, placed -> row(placed).envelope(), byte[][]::new));
            insert.setArray(
                    6, array(connection, "int4", rows, placed -> row(placed).finality(), Integer[]::new));
            insert.setArray(
                    7,
                    array(
                            connection,
                            "bytea",
                            rows,
                            placed -> placed.receipt().ref().toByteArray(),
                            byte[][]::new));
            if (insert.executeUpdate() != rows.size()) {
                throw new SQLException("a decision has no body", FOREIGN_KEY_VIOLATION);
            }
        }
    }

    private static <T> Array array(
            Connection connection, String type, List<Placed> rows, Function<Placed, T> value, IntFunction<T[]> typed)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray(typed));
    }

    private static Row row(Placed placed) {
        return (Row) placed.row();
    }

    private static String literal(byte[][] persons) {
        return Arrays.stream(persons)
                .map(person -> "\"\\\\x" + HexFormat.of().formatHex(person) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Locked for an officer's act when {@code forUpdate}. */
    public Optional<Stored> find(String id, boolean forUpdate) {
        return jdbc.query("""
                SELECT b.body, d.envelope, d.finality, d.officer_act, d.division, d.persons, d.version, d.receipt
                FROM decision d JOIN decision_body b ON b.hash = d.body_hash WHERE d.id = ?""" + (forUpdate ? " FOR UPDATE OF d" : ""), (row, n) -> stored(row), id).stream()
                .findFirst();
    }

    public void act(String id, Finality finality, OfficerAct act) {
        jdbc.update(
                "UPDATE decision SET finality = ?, officer_act = ?, version = version + 1 WHERE id = ?",
                finality.getNumber(),
                act.toByteArray(),
                id);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        try {
            var body = row.getBytes(1);
            var decision = Envelope.around(Decision.parseFrom(body), Decision.parseFrom(row.getBytes(2)))
                    .setFinality(Finality.forNumber(row.getInt(3)));
            if (row.getBytes(4) != null) {
                decision.setOfficerAct(OfficerAct.parseFrom(row.getBytes(4)));
            }
            if (row.getBytes(8) != null) {
                decision.setReceipt(ReceiptRef.parseFrom(row.getBytes(8)));
            }
            var persons = Arrays.stream((byte[][]) row.getArray(6).getArray())
                    .map(PersonKey::of)
                    .toList();
            return new Stored(decision.build(), body, row.getString(5), persons, row.getLong(7));
        } catch (InvalidProtocolBufferException e) {
            throw new SQLException("a stored decision cannot be read", e);
        }
    }
}
