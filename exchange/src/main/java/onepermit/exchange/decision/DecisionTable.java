package onepermit.exchange.decision;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Attachment;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.Statement;
import onepermit.exchange.ledger.Statement.Parameter;
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

    private final Origins origins;
    private final JdbcOperations jdbc;
    private final StoredBodies bodies = new StoredBodies();

    /** @param origins of the ledger that records the looks */
    public DecisionTable(Origins origins, JdbcOperations jdbc) {
        this.origins = origins;
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
    public List<Statement> statements(List<Placed> rows) {
        return Stream.concat(bodies(rows).stream(), Stream.of(decisions(rows))).toList();
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
    private Optional<Statement> bodies(List<Placed> rows) {
        Map<byte[], byte[]> unknown = new TreeMap<>(Arrays::compareUnsigned);
        rows.stream()
                .map(placed -> row(placed).body())
                .filter(body -> !bodies.isStored(body))
                .forEach(body -> unknown.put(body.hash(), body.bytes()));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                """
                INSERT INTO decision_body (hash, body) SELECT * FROM unnest(?::bytea[], ?::bytea[])
                ON CONFLICT (hash) DO NOTHING""",
                Parameter.bytes(unknown.keySet(), Function.identity()),
                Parameter.bytes(unknown.values(), Function.identity())));
    }

    /** A list inside a list goes as the text of one. A decision whose body is not stored has no hash and is refused. */
    private static Statement decisions(List<Placed> rows) {
        return Statement.of(
                """
                INSERT INTO decision (id, body_hash, division, persons, envelope, finality, leaf_index)
                SELECT v.id, (SELECT b.hash FROM decision_body b WHERE b.hash = v.hash), v.division, v.persons::bytea[], v.envelope,
                v.finality, h.next_index + v.from_end
                FROM ledger_head h, unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::bytea[], ?::int[], ?::int[])
                AS v (id, hash, division, persons, envelope, finality, from_end)""",
                Parameter.texts(rows, placed -> row(placed).answer().getId()),
                Parameter.bytes(rows, placed -> row(placed).body().hash()),
                Parameter.texts(rows, placed -> row(placed).division()),
                Parameter.texts(rows, placed -> literal(row(placed).persons())),
                Parameter.bytes(rows, placed -> row(placed).envelope()),
                Parameter.ints(rows, placed -> row(placed).finality()),
                Parameter.ints(rows, Placed::fromEnd));
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
                SELECT b.body, d.envelope, d.finality, d.officer_act, d.division, d.persons, d.version, d.receipt,
                l.index, l.leaf_hash
                FROM decision d JOIN decision_body b ON b.hash = d.body_hash LEFT JOIN ledger_leaf l ON l.index = d.leaf_index
                WHERE d.id = ?""" + (forUpdate ? " FOR UPDATE OF d" : ""), (row, n) -> stored(row), id).stream()
                .findFirst();
    }

    /** The decision that took the place of this one when a fact had changed; empty when it stands. */
    public Optional<String> replacedBy(String id) {
        return jdbc
                .query(
                        "SELECT after FROM decision_revision WHERE before = ? AND applied",
                        (row, n) -> row.getString(1),
                        id)
                .stream()
                .findFirst();
    }

    public void act(String id, Finality finality, OfficerAct act) {
        jdbc.update(
                "UPDATE decision SET finality = ?, officer_act = ?, version = version + 1 WHERE id = ?",
                finality.getNumber(),
                act.toByteArray(),
                id);
    }

    private Stored stored(ResultSet row) throws SQLException {
        try {
            var body = row.getBytes(1);
            var decision = Envelope.around(Decision.parseFrom(body), Decision.parseFrom(row.getBytes(2)))
                    .setFinality(Finality.forNumber(row.getInt(3)));
            if (row.getBytes(4) != null) {
                decision.setOfficerAct(OfficerAct.parseFrom(row.getBytes(4)));
            }
            receipt(row).ifPresent(decision::setReceipt);
            var persons = Arrays.stream((byte[][]) row.getArray(6).getArray())
                    .map(PersonKey::of)
                    .toList();
            return new Stored(decision.build(), body, row.getString(5), persons, row.getLong(7));
        } catch (InvalidProtocolBufferException e) {
            throw new SQLException("a stored decision cannot be read", e);
        }
    }

    /** Decisions of an earlier version hold their receipt whole, or have none. */
    private Optional<ReceiptRef> receipt(ResultSet row) throws SQLException, InvalidProtocolBufferException {
        if (row.getBytes(10) != null) {
            return Optional.of(origins.receipt(row.getLong(9), row.getBytes(10)).ref());
        }
        return row.getBytes(8) == null ? Optional.empty() : Optional.of(ReceiptRef.parseFrom(row.getBytes(8)));
    }
}
