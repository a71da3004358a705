package onepermit.social.points.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.Employer;
import onepermit.social.points.Filing;
import onepermit.social.points.Filings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Filings in PostgreSQL. */
@Repository
class FilingTable implements Filings {
    private static final String COLUMNS = """
            SELECT id, person, division, employer, filed_on, claim_item, claim_value, finding_item, finding_value, found_in,
                accepted_on, due_on, determined_on, version
            FROM points_filing""";

    private final JdbcClient jdbc;

    FilingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Filing filing) {
        jdbc.sql("""
                INSERT INTO points_filing (id, person, division, employer, filed_on, claim_item, claim_value, finding_item,
                    finding_value, found_in, accepted_on, due_on, determined_on, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET finding_item = excluded.finding_item, finding_value = excluded.finding_value,
                    found_in = excluded.found_in, accepted_on = excluded.accepted_on, due_on = excluded.due_on,
                    determined_on = excluded.determined_on, version = excluded.version""")
                .param(filing.id())
                .param(filing.person().bytes())
                .param(filing.division().value())
                .param(filing.employer().map(Employer::code).orElse(null))
                .param(filing.filedOn())
                .param(filing.claims().values().keySet().toArray(String[]::new))
                .param(filing.claims().values().values().toArray(String[]::new))
                .param(filing.findings().items())
                .param(filing.findings().values())
                .param(filing.findings().foundIn())
                .param(filing.acceptance().map(Filing.Acceptance::on).orElse(null))
                .param(filing.acceptance().map(Filing.Acceptance::dueOn).orElse(null))
                .param(filing.determinedOn().orElse(null))
                .param(filing.version())
                .update();
    }

    @Override
    public Optional<Filing> find(String id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(FilingTable::filing)
                .optional();
    }

    @Override
    public Optional<Filing> latest(PersonKey person) {
        return jdbc.sql(COLUMNS
                        + " WHERE person = ? ORDER BY determined_on DESC NULLS FIRST, filed_on DESC, id LIMIT 1")
                .param(person.bytes())
                .query(FilingTable::filing)
                .optional();
    }

    /** Divisions are told by their first digits: 310000 holds all that begin with 31, and 000000 all. */
    @Override
    public List<Filing> open(DivisionCode division, Optional<LocalDate> today, String after, int size) {
        return jdbc.sql(COLUMNS + """
                 WHERE determined_on IS NULL AND division LIKE ? || '%'
                    AND (?::date IS NULL OR due_on < ?::date)
                    AND (? = '' OR (coalesce(due_on, 'infinity'), id) >
                        (SELECT coalesce(due_on, 'infinity'), id FROM points_filing WHERE id = ?))
                ORDER BY coalesce(due_on, 'infinity'), id LIMIT ?""")
                .param(prefix(division))
                .param(today.orElse(null))
                .param(today.orElse(null))
                .param(after)
                .param(after)
                .param(size)
                .query(FilingTable::filing)
                .list();
    }

    @Override
    public int overdue(DivisionCode division, LocalDate today) {
        return jdbc.sql("""
                SELECT count(*) FROM points_filing
                WHERE determined_on IS NULL AND division LIKE ? || '%' AND due_on < ?""")
                .param(prefix(division))
                .param(today)
                .query(Integer.class)
                .single();
    }

    private static String prefix(DivisionCode division) {
        return division.value().replaceFirst("(000000|0000|00)$", "");
    }

    private static Filing filing(ResultSet row, int number) throws SQLException {
        return new Filing(
                row.getString(1),
                PersonKey.of(row.getBytes(2)),
                new DivisionCode(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(Employer::new),
                row.getObject(5, LocalDate.class),
                Claims.of(texts(row, 6), texts(row, 7)),
                Findings.of(texts(row, 8), texts(row, 9), texts(row, 10)),
                Optional.ofNullable(row.getObject(11, LocalDate.class))
                        .map(accepted -> new Filing.Acceptance(accepted, due(row))),
                Optional.ofNullable(row.getObject(13, LocalDate.class)),
                row.getLong(14));
    }

    private static LocalDate due(ResultSet row) {
        try {
            return row.getObject(12, LocalDate.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] texts(ResultSet row, int column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
