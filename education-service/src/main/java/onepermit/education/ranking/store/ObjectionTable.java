package onepermit.education.ranking.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onepermit.education.ranking.Objection;
import onepermit.education.ranking.ObjectionStanding;
import onepermit.education.ranking.Objections;
import onepermit.education.ranking.UnsentObjection;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObjectionTable implements Objections {
    private static final String TABLE = "ranking_objection";

    private final JdbcClient jdbc;
    private final SealedColumn citizens;
    private final SealedColumn claims;

    ObjectionTable(JdbcClient jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.citizens = sealed.column(TABLE, "citizen", "id::text");
        this.claims = sealed.column(TABLE, "claimed", "id::text");
    }

    @Override
    public Optional<Objection> find(UUID id) {
        return jdbc.sql("SELECT * FROM ranking_objection WHERE id = ?")
                .param(id)
                .query(ObjectionTable::objection)
                .optional();
    }

    @Override
    public List<Objection> ofRound(String round) {
        return jdbc.sql("SELECT * FROM ranking_objection WHERE round = ? ORDER BY raised_on, id")
                .param(round)
                .query(ObjectionTable::objection)
                .list();
    }

    @Override
    public void add(Objection objection) {
        add(objection, null, null);
    }

    @Override
    public void addUnsent(UnsentObjection unsent) {
        String id = unsent.objection().id().toString();
        add(unsent.objection(), citizens.seal(id, unsent.citizen()), claims.seal(id, unsent.claimed()));
    }

    private void add(Objection objection, byte @Nullable [] citizen, byte @Nullable [] claimed) {
        jdbc.sql("""
                        INSERT INTO ranking_objection (id, round, number, criterion, dataset, owner, statement, raised_on, standing,
                        decision_before, decision_after, citizen, claimed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(objection.id())
                .param(objection.round())
                .param(objection.number())
                .param(objection.criterion())
                .param(objection.dataset())
                .param(objection.owner())
                .param(objection.statement())
                .param(objection.raisedOn())
                .param(objection.standing().name())
                .param(objection.decisionBefore())
                .param(objection.decisionAfter())
                .param(citizen)
                .param(claimed)
                .update();
    }

    @Override
    public List<UnsentObjection> unsent(int most) {
        return jdbc.sql("SELECT * FROM ranking_objection WHERE citizen IS NOT NULL ORDER BY raised_on, id LIMIT ?")
                .param(most)
                .query(this::waiting)
                .list();
    }

    private UnsentObjection waiting(ResultSet row, int number) throws SQLException {
        Objection objection = objection(row, number);
        String id = objection.id().toString();
        return new UnsentObjection(
                objection, citizens.open(id, row.getBytes("citizen")), claims.open(id, row.getBytes("claimed")));
    }

    @Override
    public void storeSent(UUID id, Objection.AtOwner correction) {
        jdbc.sql(
                        "UPDATE ranking_objection SET correction = ?, refusal = ?, citizen = NULL, claimed = NULL WHERE id = ?")
                .params(correction.id(), correction.refusal(), id)
                .update();
    }

    @Override
    public void storeAnswer(Objection objection) {
        jdbc.sql("UPDATE ranking_objection SET standing = ?, decision_after = ? WHERE id = ?")
                .params(objection.standing().name(), objection.decisionAfter(), objection.id())
                .update();
    }

    private static Objection objection(ResultSet row, int number) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getString("round"),
                row.getString("number"),
                row.getString("criterion"),
                row.getString("dataset"),
                row.getString("owner"),
                row.getString("statement"),
                row.getObject("raised_on", LocalDate.class),
                ObjectionStanding.valueOf(row.getString("standing")),
                row.getString("decision_before"),
                row.getString("decision_after"),
                new Objection.AtOwner(row.getString("correction"), row.getString("refusal")));
    }
}
