package onepermit.social.wagetax.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.wagetax.TaxedMonth;
import onepermit.social.wagetax.TaxedYear;
import onepermit.social.wagetax.WageTaxRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Taxed months in PostgreSQL. */
@Repository
class WageTaxTable implements WageTaxRecords {
    private final JdbcClient jdbc;

    WageTaxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TaxedYear> add(Collection<TaxedMonth> months) {
        return jdbc.sql("""
                INSERT INTO wage_tax_year AS known (person, place, year, months)
                SELECT person, place, year, bit_or(1 << (month - 1))
                FROM unnest(?::bytea[], ?::text[], ?::smallint[], ?::int[]) AS v (person, place, year, month)
                GROUP BY person, place, year
                ON CONFLICT (person, place, year) DO UPDATE SET months = known.months | excluded.months
                    WHERE known.months | excluded.months <> known.months
                RETURNING person, place, year, months""")
                .param(months.stream().map(line -> line.insured().key().bytes()).toArray(byte[][]::new))
                .param(months.stream().map(line -> line.place().value()).toArray(String[]::new))
                .param(months.stream()
                        .map(line -> (short) line.month().getYear())
                        .toArray(Short[]::new))
                .param(months.stream().map(line -> line.month().getMonthValue()).toArray(Integer[]::new))
                .query(WageTaxTable::row)
                .list();
    }

    private static TaxedYear row(ResultSet row, int number) throws SQLException {
        return new TaxedYear(
                PersonKey.of(row.getBytes(1)), new DivisionCode(row.getString(2)), row.getInt(3), row.getInt(4));
    }
}
