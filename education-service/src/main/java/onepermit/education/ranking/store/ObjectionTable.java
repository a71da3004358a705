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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObjectionTable implements Objections {
    private final JdbcClient jdbc;

    ObjectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        jdbc.sql("""
                        INSERT INTO ranking_objection (id, round, number, criterion, dataset, owner, statement, raised_on, standing,
                        decision_before, decision_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        objection.id(),
                        objection.round(),
                        objection.number(),
                        objection.criterion(),
                        objection.dataset(),
                        objection.owner(),
                        objection.statement(),
                        objection.raisedOn(),
                        objection.standing().name(),
                        objection.decisionBefore(),
                        objection.decisionAfter())
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
                row.getString("decision_after"));
    }
}
