package onepermit.exchange.decision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            implements Attached {}

    private final JdbcOperations jdbc;

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

    /** In order of their hashes, so that two instances never wait for each other in a ring. */
    private static void storeBodies(Connection connection, List<Placed> rows) throws SQLException {
        Map<byte[], byte[]> bodies = new TreeMap<>(Arrays::compareUnsigned);
        for (var placed : rows) {
            var body = ((Row) placed.row()).body();
            bodies.put(body.hash(), body.bytes());
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO decision_body (hash, body) SELECT * FROM unnest(?::bytea[], ?::bytea[])
                ON CONFLICT (hash) DO NOTHING""")) {
            insert.setArray(1, connection.createArrayOf("bytea", bodies.keySet().toArray(byte[][]::new)));
            insert.setArray(2, connection.createArrayOf("bytea", bodies.values().toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private static void storeDecisions(Connection connection, List<Placed> rows) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO decision (id, body_hash, division, persons, envelope, finality, receipt)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (var placed : rows) {
                var row = (Row) placed.row();
                insert.setString(1, row.answer().getId());
                insert.setBytes(2, row.body().hash());
                insert.setString(3, row.division());
                insert.setArray(4, connection.createArrayOf("bytea", row.persons()));
                insert.setBytes(5, Envelope.of(row.answer()).toByteArray());
                insert.setInt(6, row.answer().getFinality().getNumber());
                insert.setBytes(7, placed.receipt().ref().toByteArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
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
