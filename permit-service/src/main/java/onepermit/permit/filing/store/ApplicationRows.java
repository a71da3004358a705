package onepermit.permit.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;
import onepermit.permit.application.Due;
import onepermit.permit.application.Filer;
import onepermit.permit.application.Party;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.Filing;
import onepermit.permit.filing.FilingState;
import onepermit.permit.filing.OneTimeNotice;
import onepermit.permit.filing.Ruling;
import onepermit.permit.filing.Standing;
import onepermit.permit.identity.NameMatch;
import org.jspecify.annotations.Nullable;

/** A row of {@code permit_application} as an application. */
final class ApplicationRows {
    private ApplicationRows() {}

    /** Still without papers and what the notice lists. */
    static FiledApplication application(ResultSet row, int number) throws SQLException {
        return new FiledApplication(row.getString("id"), row.getLong("version"), filing(row), standing(row));
    }

    private static Filing filing(ResultSet row) throws SQLException {
        String match = row.getString("name_match");
        String filedIn = row.getString("filed_in");
        return new Filing(
                new Party(
                        PersonKey.of(row.getBytes("person")),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("born", LocalDate.class)),
                party(row, "host"),
                new Filer(
                        Filer.Kind.valueOf(row.getString("filer")),
                        party(row, "relative"),
                        row.getBoolean("cannot_come")),
                match == null ? null : NameMatch.valueOf(match),
                new DivisionCode(row.getString("division")),
                filedIn == null ? null : new DivisionCode(filedIn),
                row.getObject("opened_on", LocalDate.class));
    }

    private static @Nullable Party party(ResultSet row, String column) throws SQLException {
        byte[] key = row.getBytes(column);
        return key == null
                ? null
                : new Party(
                        PersonKey.of(key),
                        Sex.valueOf(row.getString(column + "_sex")),
                        row.getObject(column + "_born", LocalDate.class));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        LocalDate notice = row.getObject("notice_on", LocalDate.class);
        return new Standing(
                FilingState.valueOf(row.getString("state")),
                row.getObject("handed_in_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                due == null ? null : new Due(due, row.getBoolean("due_certain")),
                row.getLong("fee_fen"),
                row.getString("decision_id"),
                notice == null ? null : new OneTimeNotice(notice, List.of()),
                List.of(),
                ruling(row),
                row.getString("permit_number"));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        String act = row.getString("ruling");
        return act == null
                ? null
                : new Ruling(
                        Ruling.Act.valueOf(act),
                        row.getString("officer"),
                        row.getString("ruling_reason"),
                        row.getString("ruling_article"),
                        row.getObject("ruled_on", LocalDate.class));
    }
}
