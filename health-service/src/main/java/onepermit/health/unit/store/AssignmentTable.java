package onepermit.health.unit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.health.unit.Assignments;
import onepermit.health.unit.UnitAssignment;
import onepermit.health.unit.UnitChild;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assignments in PostgreSQL; those before the latest stay as history. */
@Repository
class AssignmentTable implements Assignments {
    private final JdbcClient jdbc;

    AssignmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonKey, UnitAssignment> latest(Collection<PersonKey> children) {
        return jdbc
                .sql(
                        "SELECT person, unit, division, since FROM unit_assignment WHERE latest AND person = ANY (?::bytea[])")
                .param(children.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query(AssignmentTable::assignment)
                .list()
                .stream()
                .collect(Collectors.toMap(UnitAssignment::child, Function.identity()));
    }

    @Override
    public List<UnitAssignment> of(PersonKey child) {
        return jdbc.sql(
                        "SELECT person, unit, division, since FROM unit_assignment WHERE person = ? ORDER BY number DESC")
                .param(child.bytes())
                .query(AssignmentTable::assignment)
                .list();
    }

    @Override
    public void assign(UnitAssignment assignment) {
        jdbc.sql("UPDATE unit_assignment SET latest = false WHERE person = ? AND latest")
                .param(assignment.child().bytes())
                .update();
        jdbc.sql(
                        "INSERT INTO unit_assignment (person, unit, division, since, latest) VALUES (?, nullif(?, ''), ?, ?, true)")
                .params(
                        assignment.child().bytes(),
                        assignment.unit().orElse(""),
                        assignment.division().value(),
                        assignment.since())
                .update();
    }

    @Override
    public List<UnitChild> ofUnit(String unit, long after, int most) {
        return jdbc.sql("""
                SELECT number, person, birth_date, since FROM unit_assignment JOIN recipient USING (person)
                WHERE latest AND unit = ? AND number > ? ORDER BY number LIMIT ?""")
                .params(unit, after, most)
                .query((row, number) -> new UnitChild(
                        row.getLong(1),
                        PersonKey.of(row.getBytes(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    private static UnitAssignment assignment(ResultSet row, int number) throws SQLException {
        return new UnitAssignment(
                PersonKey.of(row.getBytes(1)),
                Optional.ofNullable(row.getString(2)),
                new DivisionCode(row.getString(3)),
                row.getObject(4, LocalDate.class));
    }
}
