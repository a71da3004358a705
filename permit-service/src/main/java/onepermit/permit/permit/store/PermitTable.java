package onepermit.permit.permit.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.permit.Permits;
import onepermit.permit.permit.ResidencePermit;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class PermitTable implements Permits {
    private final JdbcOperations jdbc;

    PermitTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ResidencePermit> current(Collection<PersonKey> persons) {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        return jdbc.query(
                """
                SELECT DISTINCT ON (person)
                    person, number, division, issued_on, endorsed_to, years_count_from, cancelled_on
                FROM permit WHERE person = ANY (?)
                ORDER BY person, cancelled_on IS NOT NULL, issued_on DESC, number DESC""",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                (row, n) -> permit(row));
    }

    @Override
    public void record(Collection<ResidencePermit> permits) {
        jdbc.batchUpdate("""
                INSERT INTO permit AS p (person, number, division, issued_on, endorsed_to, years_count_from, cancelled_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, number) DO UPDATE
                SET division = excluded.division, issued_on = excluded.issued_on, endorsed_to = excluded.endorsed_to,
                    years_count_from = excluded.years_count_from, cancelled_on = excluded.cancelled_on""", permits, Math.max(1, permits.size()), PermitTable::bind);
    }

    @Override
    public String nextNumber(DivisionCode division, int year) {
        Long sequence = jdbc.queryForObject("SELECT nextval('permit_number_seq')", Long.class);
        return "%s-%d-%08d".formatted(division.value(), year, sequence);
    }

    private static ResidencePermit permit(ResultSet row) throws SQLException {
        return new ResidencePermit(
                PersonKey.of(row.getBytes(1)),
                row.getString(2),
                new DivisionCode(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class));
    }

    private static void bind(PreparedStatement row, ResidencePermit permit) throws SQLException {
        row.setBytes(1, permit.person().bytes());
        row.setString(2, permit.number());
        row.setString(3, permit.division().value());
        row.setObject(4, permit.issuedOn());
        row.setObject(5, permit.endorsedTo());
        row.setObject(6, permit.yearsCountFrom());
        row.setObject(7, permit.cancelledOn(), Types.DATE);
    }
}
