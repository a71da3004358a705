package onepermit.social.contribution.store;

import java.util.Collection;
import java.util.List;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.Payment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments that no longer stand. */
@Repository
class HistoryTable {
    private final JdbcClient jdbc;

    HistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Collection<LedgerYear> years, ContributionLedger.Change change) {
        List<Line> lines = years.stream()
                .flatMap(year -> year.replaced().stream().map(old -> new Line(year.key(), old)))
                .toList();
        if (!lines.isEmpty()) {
            insert(lines, change);
        }
    }

    private void insert(List<Line> lines, ContributionLedger.Change change) {
        jdbc.sql("""
                INSERT INTO contribution_history
                    (person, kind, place, year, month, employer, base_fen, back_paid, reason, changed_by)
                SELECT old.*, ?, ?
                FROM unnest(?::bytea[], ?::smallint[], ?::text[], ?::smallint[], ?::smallint[], ?::text[], ?::bigint[], ?::boolean[])
                    AS old""")
                .param(change.reason())
                .param(change.by())
                .param(lines.stream().map(line -> line.year.person().bytes()).toArray(byte[][]::new))
                .param(lines.stream()
                        .map(line -> (short) line.year.kind().code())
                        .toArray(Short[]::new))
                .param(lines.stream().map(line -> line.year.place().value()).toArray(String[]::new))
                .param(lines.stream().map(line -> (short) line.year.year()).toArray(Short[]::new))
                .param(lines.stream()
                        .map(line -> (short) line.old.month().getValue())
                        .toArray(Short[]::new))
                .param(lines.stream()
                        .map(line -> line.payment().employer().code())
                        .toArray(String[]::new))
                .param(lines.stream().map(line -> line.payment().baseFen()).toArray(Long[]::new))
                .param(lines.stream().map(line -> line.payment().backPaid()).toArray(Boolean[]::new))
                .update();
    }

    private record Line(LedgerYear.Key year, LedgerYear.Replaced old) {
        Payment payment() {
            return old.payment();
        }
    }
}
