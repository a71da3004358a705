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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
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
    private final SealedColumn addresses;

    ResidenceTable(JdbcOperations jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.addresses = sealed.column(
                "residence_period",
                "address",
                "encode(person, 'hex') || '/' || division || '/' || kind || '/' || to_char(valid_from, 'YYYY-MM-DD')");
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
                    PersonKey person = PersonKey.of(row.getBytes(1));
                    periods.computeIfAbsent(person, p -> new ArrayList<>()).add(period(person, row));
                });
        return periods.entrySet().stream()
                .map(found -> new Residence(found.getKey(), found.getValue()))
                .toList();
    }

    /** The same address twice is two different envelopes, so what is there is opened to see whether anything is new. */
    @Override
    public void record(Collection<PeriodOf> periods) {
        Map<PersonKey, Residence> known =
                of(periods.stream().map(PeriodOf::person).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Residence::person, Function.identity()));
        Collection<PeriodOf> last = periods.stream()
                .collect(Collectors.toMap(ResidenceTable::identity, Function.identity(), (before, after) -> after))
                .values();
        List<PeriodOf> news = last.stream()
                .filter(of -> !Objects.requireNonNull(known.get(of.person()))
                        .periods()
                        .contains(of.period()))
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO residence_period (person, division, kind, valid_from, valid_to, address)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (person, division, kind, valid_from) DO UPDATE
                SET valid_to = excluded.valid_to, address = excluded.address""", news, Math.max(1, news.size()), this::bind);
    }

    @Override
    public void remove(PeriodOf of) {
        jdbc.update(
                "DELETE FROM residence_period WHERE person = ? AND division = ? AND kind = ? AND valid_from = ?",
                of.person().bytes(),
                of.period().division().value(),
                of.period().kind().code(),
                of.period().from());
    }

    private AddressPeriod period(PersonKey person, ResultSet row) throws SQLException {
        DivisionCode division = new DivisionCode(row.getString(2));
        ResidenceKind kind = ResidenceKind.of(row.getInt(4));
        LocalDate from = row.getObject(5, LocalDate.class);
        String address = addresses.open(identity(person, division, kind, from), row.getBytes(3));
        return new AddressPeriod(division, address, kind, from, row.getObject(6, LocalDate.class));
    }

    private static String identity(PeriodOf of) {
        AddressPeriod period = of.period();
        return identity(of.person(), period.division(), period.kind(), period.from());
    }

    private static String identity(PersonKey person, DivisionCode division, ResidenceKind kind, LocalDate from) {
        return person.hex() + "/" + division.value() + "/" + kind.code() + "/" + from;
    }

    private void bind(PreparedStatement row, PeriodOf written) throws SQLException {
        AddressPeriod period = written.period();
        row.setBytes(1, written.person().bytes());
        row.setString(2, period.division().value());
        row.setInt(3, period.kind().code());
        row.setObject(4, period.from());
        row.setObject(5, period.to(), Types.DATE);
        row.setBytes(6, addresses.seal(identity(written), period.address()));
    }
}
