package onepermit.social.contribution.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.EmployerMonths;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.MonthSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contribution ledger in PostgreSQL: one statement for a whole batch. */
@Repository
class LedgerTable implements ContributionLedger {
    private final JdbcClient jdbc;
    private final HistoryTable history;

    LedgerTable(JdbcClient jdbc, HistoryTable history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public Map<LedgerYear.Key, LedgerYear> years(Collection<LedgerYear.Key> keys) {
        List<LedgerRow> rows = jdbc.sql("""
                SELECT person, kind, place, year, employer, paid, back_paid, bases
                FROM unnest(?::bytea[], ?::smallint[], ?::text[], ?::smallint[]) AS wanted (person, kind, place, year)
                JOIN contribution_year USING (person, kind, place, year)""")
                .param(keys.stream().map(key -> key.person().bytes()).toArray(byte[][]::new))
                .param(keys.stream().map(key -> (short) key.kind().code()).toArray(Short[]::new))
                .param(keys.stream().map(key -> key.place().value()).toArray(String[]::new))
                .param(keys.stream().map(key -> (short) key.year()).toArray(Short[]::new))
                .query(LedgerTable::row)
                .list();
        return grouped(keys, rows);
    }

    @Override
    public List<LedgerYear> years(PersonKey person) {
        List<LedgerRow> rows =
                jdbc.sql("""
                SELECT person, kind, place, year, employer, paid, back_paid, bases
                FROM contribution_year WHERE person = ? AND paid <> 0""").param(person.bytes()).query(LedgerTable::row).list();
        return List.copyOf(grouped(List.of(), rows).values());
    }

    @Override
    public Set<DivisionCode> places(PersonKey person) {
        return jdbc.sql("""
                SELECT place FROM contribution_year WHERE person = ?
                UNION SELECT place FROM contribution_history WHERE person = ?""")
                .param(person.bytes())
                .param(person.bytes())
                .query((row, number) -> new DivisionCode(row.getString(1)))
                .set();
    }

    @Override
    public List<EmployerMonths> pensionMonths(Collection<PersonKey> persons) {
        return jdbc.sql("""
                SELECT person, place, employer, year, paid FROM contribution_year
                WHERE person = ANY (?::bytea[]) AND kind = ? AND paid <> 0""")
                .param(persons.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .param(InsuranceKind.PENSION.code())
                .query((row, number) -> new EmployerMonths(
                        PersonKey.of(row.getBytes(1)),
                        new DivisionCode(row.getString(2)),
                        new Employer(row.getString(3)),
                        row.getInt(4),
                        new MonthSet(row.getInt(5))))
                .list();
    }

    @Override
    public void save(Collection<LedgerYear> years, Change change) {
        forgetEmployersOf(
                years.stream().filter(year -> !year.replaced().isEmpty()).toList());
        write(years.stream().flatMap(year -> LedgerRow.of(year).stream()).toList());
        history.keep(years, change);
        raiseVersions(years);
    }

    @Override
    public long version(PersonKey person) {
        return jdbc.sql("SELECT version FROM contribution_ledger WHERE person = ?")
                .param(person.bytes())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void write(List<LedgerRow> rows) {
        jdbc.sql("""
                INSERT INTO contribution_year (person, kind, place, year, employer, paid, back_paid, bases)
                SELECT person, kind, place, year, employer, paid, back_paid, bases::bigint[]
                FROM unnest(?::bytea[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::smallint[], ?::smallint[], ?::text[])
                    AS v (person, kind, place, year, employer, paid, back_paid, bases)
                ON CONFLICT (person, kind, place, year, employer) DO UPDATE
                    SET paid = excluded.paid, back_paid = excluded.back_paid, bases = excluded.bases""")
                .param(rows.stream().map(row -> row.year().person().bytes()).toArray(byte[][]::new))
                .param(rows.stream()
                        .map(row -> (short) row.year().kind().code())
                        .toArray(Short[]::new))
                .param(rows.stream().map(row -> row.year().place().value()).toArray(String[]::new))
                .param(rows.stream().map(row -> (short) row.year().year()).toArray(Short[]::new))
                .param(rows.stream().map(row -> row.employer().code()).toArray(String[]::new))
                .param(rows.stream().map(row -> (short) row.paid().bits()).toArray(Short[]::new))
                .param(rows.stream().map(row -> (short) row.backPaid().bits()).toArray(Short[]::new))
                .param(rows.stream().map(LedgerRow::basesLiteral).toArray(String[]::new))
                .update();
    }

    /** A correction may leave an employer without any month of the year: its row goes, and those that stand are written again. */
    private void forgetEmployersOf(List<LedgerYear> years) {
        if (years.isEmpty()) {
            return;
        }
        jdbc.sql("""
                DELETE FROM contribution_year
                WHERE (person, kind, place, year) IN (SELECT * FROM unnest(?::bytea[], ?::smallint[], ?::text[], ?::smallint[]))""")
                .param(years.stream().map(year -> year.key().person().bytes()).toArray(byte[][]::new))
                .param(years.stream()
                        .map(year -> (short) year.key().kind().code())
                        .toArray(Short[]::new))
                .param(years.stream().map(year -> year.key().place().value()).toArray(String[]::new))
                .param(years.stream().map(year -> (short) year.key().year()).toArray(Short[]::new))
                .update();
    }

    private void raiseVersions(Collection<LedgerYear> years) {
        jdbc.sql("""
                INSERT INTO contribution_ledger AS ledger (person, version)
                SELECT person, 1 FROM unnest(?::bytea[]) AS person
                ON CONFLICT (person) DO UPDATE SET version = ledger.version + 1""")
                .param(years.stream()
                        .map(year -> year.key().person())
                        .distinct()
                        .map(PersonKey::bytes)
                        .toArray(byte[][]::new))
                .update();
    }

    private static Map<LedgerYear.Key, LedgerYear> grouped(Collection<LedgerYear.Key> keys, List<LedgerRow> rows) {
        Map<LedgerYear.Key, List<LedgerRow>> byYear = new HashMap<>();
        keys.forEach(key -> byYear.put(key, new ArrayList<>(1)));
        rows.forEach(row ->
                byYear.computeIfAbsent(row.year(), key -> new ArrayList<>(1)).add(row));
        Map<LedgerYear.Key, LedgerYear> years = HashMap.newHashMap(byYear.size());
        byYear.forEach((key, of) -> years.put(key, LedgerRow.year(key, of)));
        return years;
    }

    private static LedgerRow row(ResultSet row, int number) throws SQLException {
        var key = new LedgerYear.Key(
                PersonKey.of(row.getBytes(1)),
                new DivisionCode(row.getString(3)),
                InsuranceKind.of(row.getInt(2)).orElseThrow(),
                row.getInt(4));
        Long[] bases = (Long[]) row.getArray(8).getArray();
        return new LedgerRow(
                key,
                new Employer(row.getString(5)),
                new MonthSet(row.getInt(6)),
                new MonthSet(row.getInt(7)),
                Arrays.stream(bases).mapToLong(Long::longValue).toArray());
    }
}
