package onepermit.permit.hukou.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import onepermit.permit.hukou.Hukou;
import onepermit.permit.hukou.Hukous;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class HukouTable implements Hukous {
    private final JdbcOperations jdbc;

    HukouTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Collection<Hukou> hukous) {
        jdbc.batchUpdate("""
                INSERT INTO hukou AS h (person, division, since) VALUES (?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET division = excluded.division, since = excluded.since
                WHERE (h.division, h.since) IS DISTINCT FROM (excluded.division, excluded.since)""", hukous, hukous.size(), HukouTable::bind);
    }

    private static void bind(PreparedStatement row, Hukou hukou) throws SQLException {
        row.setBytes(1, hukou.person().bytes());
        row.setString(2, hukou.division().value());
        row.setObject(3, hukou.since(), Types.DATE);
    }
}
