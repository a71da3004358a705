package onepermit.health.unit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.health.unit.Units;
import onepermit.health.unit.VaccinationUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units in PostgreSQL. */
@Repository
class UnitTable implements Units {
    private final JdbcClient jdbc;

    UnitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Collection<VaccinationUnit> units) {
        units.forEach(unit -> jdbc.sql("""
                        INSERT INTO vaccination_unit (code, name, division, takes_in) VALUES (?, ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, division = excluded.division,
                            takes_in = excluded.takes_in""")
                .params(unit.code(), unit.name(), unit.division().value(), unit.takesIn())
                .update());
    }

    @Override
    public Optional<VaccinationUnit> find(String code) {
        return jdbc.sql("SELECT code, name, division, takes_in FROM vaccination_unit WHERE code = ?")
                .param(code)
                .query(UnitTable::unit)
                .optional();
    }

    @Override
    public List<VaccinationUnit> all() {
        return jdbc.sql("SELECT code, name, division, takes_in FROM vaccination_unit ORDER BY code COLLATE \"C\"")
                .query(UnitTable::unit)
                .list();
    }

    private static VaccinationUnit unit(ResultSet row, int number) throws SQLException {
        return new VaccinationUnit(
                row.getString(1), row.getString(2), new DivisionCode(row.getString(3)), row.getBoolean(4));
    }
}
