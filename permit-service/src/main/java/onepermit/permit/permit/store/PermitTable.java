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
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.EndingReason;
import onepermit.permit.permit.PermitClass;
import onepermit.permit.permit.Permits;
import onepermit.permit.permit.ResidencePermit;
import org.jspecify.annotations.Nullable;
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
                SELECT DISTINCT ON (person) *
                FROM permit WHERE person = ANY (?)
                ORDER BY person, cancelled_on IS NOT NULL, issued_on DESC, number DESC""",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                (row, n) -> permit(row));
    }

    @Override
    public void record(Collection<ResidencePermit> permits) {
        jdbc.batchUpdate("""
                INSERT INTO permit AS p (person, number, division, class, issued_on, endorsed_to, years_count_from,
                    cancelled_on, cancelled_for, cancelled_by, cancel_explanation, cancel_article)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, number) DO UPDATE
                SET division = excluded.division, class = excluded.class, issued_on = excluded.issued_on,
                    endorsed_to = excluded.endorsed_to, years_count_from = excluded.years_count_from,
                    cancelled_on = excluded.cancelled_on, cancelled_for = excluded.cancelled_for,
                    cancelled_by = excluded.cancelled_by, cancel_explanation = excluded.cancel_explanation,
                    cancel_article = excluded.cancel_article""", permits, Math.max(1, permits.size()), PermitTable::bind);
    }

    @Override
    public List<ResidencePermit> endorsedUpTo(LocalDate day, String after, int most) {
        return jdbc.query("""
                SELECT * FROM permit WHERE cancelled_on IS NULL AND endorsed_to <= ? AND number > ?
                ORDER BY number LIMIT ?""", (row, n) -> permit(row), day, after, most);
    }

    @Override
    public List<ResidencePermit> endorsedUpTo(DivisionCode division, LocalDate day, String after, int most) {
        return jdbc.query("""
                SELECT * FROM permit
                WHERE cancelled_on IS NULL AND endorsed_to <= ? AND division LIKE ? AND number > ?
                ORDER BY number LIMIT ?""", (row, n) -> permit(row), day, division.prefix() + "%", after, most);
    }

    @Override
    public String nextNumber(DivisionCode division, int year) {
        Long sequence = jdbc.queryForObject("SELECT nextval('permit_number_seq')", Long.class);
        return "%s-%d-%08d".formatted(division.value(), year, sequence);
    }

    private static ResidencePermit permit(ResultSet row) throws SQLException {
        return new ResidencePermit(
                PersonKey.of(row.getBytes("person")),
                row.getString("number"),
                new DivisionCode(row.getString("division")),
                PermitClass.valueOf(row.getString("class")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("endorsed_to", LocalDate.class),
                row.getObject("years_count_from", LocalDate.class),
                ending(row));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("cancelled_on", LocalDate.class);
        return on == null
                ? null
                : new Ending(
                        on,
                        EndingReason.valueOf(row.getString("cancelled_for")),
                        row.getString("cancelled_by"),
                        row.getString("cancel_explanation"),
                        row.getString("cancel_article"));
    }

    private static void bind(PreparedStatement row, ResidencePermit permit) throws SQLException {
        Ending ending = permit.ending();
        row.setBytes(1, permit.person().bytes());
        row.setString(2, permit.number());
        row.setString(3, permit.division().value());
        row.setString(4, permit.permitClass().name());
        row.setObject(5, permit.issuedOn());
        row.setObject(6, permit.endorsedTo());
        row.setObject(7, permit.yearsCountFrom());
        row.setObject(8, permit.cancelledOn(), Types.DATE);
        row.setString(9, ending == null ? "NOT_STATED" : ending.reason().name());
        row.setString(10, ending == null ? "" : ending.officer());
        row.setString(11, ending == null ? "" : ending.explanation());
        row.setString(12, ending == null ? "" : ending.article());
    }
}
