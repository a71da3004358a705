package onepermit.social.employment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.Employer;
import onepermit.social.employment.EmploymentPeriod;
import onepermit.social.employment.EmploymentRecords;
import onepermit.social.employment.ReportedEmployment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Employment records in PostgreSQL. */
@Repository
class EmploymentTable implements EmploymentRecords {
    private final JdbcClient jdbc;

    EmploymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Collection<ReportedEmployment> employments) {
        List<ReportedEmployment> rows = lastOfEach(employments);
        jdbc.sql("""
                INSERT INTO employment (person, employer, since, until, division, flexible)
                SELECT * FROM unnest(?::bytea[], ?::text[], ?::date[], ?::date[], ?::text[], ?::boolean[])
                ON CONFLICT (person, employer, since) DO UPDATE
                    SET until = excluded.until, division = excluded.division, flexible = excluded.flexible""")
                .param(rows.stream().map(row -> row.insured().key().bytes()).toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.period().employer().code()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.period().from().toString()).toArray(String[]::new))
                .param(rows.stream().map(EmploymentTable::until).toArray(String[]::new))
                .param(rows.stream().map(row -> row.period().division().value()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.period().flexible()).toArray(Boolean[]::new))
                .update();
    }

    @Override
    public Map<PersonKey, List<EmploymentPeriod>> of(Collection<PersonKey> persons) {
        return jdbc
                .sql("""
                SELECT person, employer, since, until, division, flexible
                FROM employment WHERE person = ANY (?::bytea[])""")
                .param(persons.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query(EmploymentTable::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::person, Collectors.mapping(Row::period, Collectors.toList())));
    }

    /** One statement cannot touch a row twice: of lines about the same period the last stands. */
    private static List<ReportedEmployment> lastOfEach(Collection<ReportedEmployment> employments) {
        Map<Object, ReportedEmployment> last = LinkedHashMap.newLinkedHashMap(employments.size());
        for (ReportedEmployment of : employments) {
            last.put(
                    List.of(
                            of.insured().key(),
                            of.period().employer(),
                            of.period().from()),
                    of);
        }
        return List.copyOf(last.values());
    }

    private static @Nullable String until(ReportedEmployment row) {
        return row.period().to().map(LocalDate::toString).orElse(null);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                PersonKey.of(row.getBytes(1)),
                new EmploymentPeriod(
                        new Employer(row.getString(2)),
                        new DivisionCode(row.getString(5)),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        row.getBoolean(6)));
    }

    private record Row(PersonKey person, EmploymentPeriod period) {}
}
