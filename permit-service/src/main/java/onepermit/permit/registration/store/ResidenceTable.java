package onepermit.permit.registration.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.registration.AddressPeriod;
import onepermit.permit.registration.PeriodOf;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidenceKind;
import onepermit.permit.registration.Residences;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class ResidenceTable implements Residences {
    private final JdbcOperations jdbc;

    ResidenceTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Residence> of(Collection<PersonKey> persons) {
        Map<PersonKey, List<AddressPeriod>> periods =
                persons.stream().distinct().collect(Collectors.toMap(Function.identity(), p -> new ArrayList<>()));
        byte[][] keys = periods.keySet().stream().map(PersonKey::bytes).toArray(byte[][]::new);
        jdbc.query(
                """
                SELECT person, division, address, kind, valid_from, valid_to FROM residence_period
                WHERE person = ANY (?)""",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                row -> {
                    periods.computeIfAbsent(PersonKey.of(row.getBytes(1)), p -> new ArrayList<>())
                            .add(period(row));
                });
        return periods.entrySet().stream()
                .map(found -> new Residence(found.getKey(), found.getValue()))
                .toList();
    }

    @Override
    public void record(Collection<PeriodOf> periods) {
        jdbc.batchUpdate("""
                INSERT INTO residence_period AS r (person, division, kind, valid_from, valid_to, address)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, division, kind, valid_from) DO UPDATE
                SET valid_to = excluded.valid_to, address = excluded.address
                WHERE (r.valid_to, r.address) IS DISTINCT FROM (excluded.valid_to, excluded.address)""", periods, periods.size(), ResidenceTable::bind);
    }

    private static AddressPeriod period(ResultSet row) throws SQLException {
        return new AddressPeriod(
                new DivisionCode(row.getString(2)),
                row.getString(3),
                ResidenceKind.of(row.getInt(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }

    private static void bind(PreparedStatement row, PeriodOf written) throws SQLException {
        AddressPeriod period = written.period();
        row.setBytes(1, written.person().bytes());
        row.setString(2, period.division().value());
        row.setInt(3, period.kind().code());
        row.setObject(4, period.from());
        row.setObject(5, period.to(), Types.DATE);
        row.setString(6, period.address());
    }
}
