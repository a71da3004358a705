package onepermit.permit.dwelling.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.dwelling.Dwelling;
import onepermit.permit.dwelling.DwellingKind;
import onepermit.permit.dwelling.DwellingUsage;
import onepermit.permit.dwelling.Dwellings;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class DwellingTable implements Dwellings {
    private final JdbcOperations jdbc;

    DwellingTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonKey, List<Dwelling>> of(Collection<PersonKey> persons) {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        return jdbc
                .query(
                        """
                SELECT person, division, kind, valid_from, valid_to, share_bp, usage, register_no FROM dwelling
                WHERE person = ANY (?) ORDER BY person, valid_from, division, kind, register_no""",
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                        (row, n) -> dwelling(row))
                .stream()
                .collect(Collectors.groupingBy(Dwelling::person));
    }

    @Override
    public void record(Collection<Dwelling> dwellings) {
        jdbc.batchUpdate("""
                INSERT INTO dwelling AS d (person, division, kind, valid_from, register_no, valid_to, share_bp, usage)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, division, kind, valid_from, register_no) DO UPDATE
                SET valid_to = excluded.valid_to, share_bp = excluded.share_bp, usage = excluded.usage
                WHERE (d.valid_to, d.share_bp, d.usage) IS DISTINCT FROM (excluded.valid_to, excluded.share_bp, excluded.usage)""", dwellings, dwellings.size(), DwellingTable::bind);
    }

    private static Dwelling dwelling(ResultSet row) throws SQLException {
        return new Dwelling(
                PersonKey.of(row.getBytes(1)),
                new DivisionCode(row.getString(2)),
                DwellingKind.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getInt(6),
                DwellingUsage.valueOf(row.getString(7)),
                row.getString(8));
    }

    private static void bind(PreparedStatement row, Dwelling dwelling) throws SQLException {
        row.setBytes(1, dwelling.person().bytes());
        row.setString(2, dwelling.division().value());
        row.setString(3, dwelling.kind().name());
        row.setObject(4, dwelling.from());
        row.setString(5, dwelling.registerNo());
        row.setObject(6, dwelling.to(), Types.DATE);
        row.setInt(7, dwelling.shareBp());
        row.setString(8, dwelling.usage().name());
    }
}
