package onepermit.bench;

import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import onepermit.exchange.identity.PersonKeys;
import onepermit.permit.v1.PermitFact;
import onepermit.social.v1.ContributionYearFact;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts holders of a Shanghai permit with an accepted filing straight into social security's database, as its own work would have left them. */
final class HolderCopies implements AutoCloseable {
    private static final String EMPLOYER = "91990101MA0000007H";
    private static final int FROM = 2013;
    private static final int TO = 2016;
    private static final int ALL_YEAR = 0xFFF;
    private static final int UP_TO_AUGUST = 0xFF;

    private final PersonKeys persons;
    private final List<Connection> connections = new ArrayList<>();
    private final Bed bed;
    private final int permits;
    private final CopyIn replica;
    private final CopyIn facts;
    private final CopyIn ledger;
    private final CopyIn filings;

    HolderCopies(Bed bed) throws SQLException {
        this.bed = bed;
        this.persons = bed.personKeys();
        this.permits = slot();
        this.replica = copy("replica (person, slot, fact_id, incarnation, version, payload, as_of)");
        this.facts = copy("fact (person, dataset, fact_id, incarnation, version, payload, changed_at)");
        this.ledger = copy("contribution_year (person, kind, place, year, employer, paid, back_paid, bases)");
        this.filings =
                copy("points_filing (id, person, division, employer, filed_on, claim_item, claim_value, finding_item,"
                        + " finding_value, found_in, accepted_on, due_on, version)");
    }

    static String filing(int holder) {
        return "bench-" + holder;
    }

    void holder(int number) throws SQLException {
        String person = "\\\\x" + persons.of(Families.father(number)).hex();
        line(replica, person, permits, "permit", 1, 1, bytes(permit()), "2026-01-01 00:00:00+08");
        for (int year = FROM; year <= TO; year++) {
            int paid = year == TO ? UP_TO_AUGUST : ALL_YEAR;
            line(
                    facts,
                    person,
                    "si.months",
                    "310000/1/" + year,
                    1,
                    1,
                    bytes(months(year, paid)),
                    "2026-01-01 00:00:00+08");
            line(ledger, person, 1, "310000", year, EMPLOYER, paid, 0, bases(paid));
        }
        line(
                filings,
                filing(number),
                person,
                "310115",
                EMPLOYER,
                "2016-09-01",
                "{education.level}",
                "{BACHELOR_DEGREE}",
                "{deduction.crimes,deduction.detentions,deduction.falseMaterials,education.level,veto.familyPlanning,veto.seriousCrime}",
                "{0,0,0,BACHELOR_DEGREE,false,false}",
                "{register,register,register,register,register,register}",
                "2016-09-01",
                "2016-09-29",
                2);
    }

    private static String bases(int paid) {
        List<String> bases = new ArrayList<>(12);
        for (int month = 0; month < 12; month++) {
            bases.add((paid & 1 << month) == 0 ? "0" : "500000");
        }
        return "{" + String.join(",", bases) + "}";
    }

    private static PermitFact permit() {
        return PermitFact.newBuilder()
                .setDivision("310115")
                .setIssuedOn(20160104)
                .setEndorsedTo(20990104)
                .build();
    }

    private static ContributionYearFact months(int year, int paid) {
        return ContributionYearFact.newBuilder()
                .setPlace("310000")
                .setKind(1)
                .setYear(year)
                .setPaid(paid)
                .build();
    }

    private static String bytes(Message payload) {
        return "\\\\x" + HexFormat.of().formatHex(payload.toByteArray());
    }

    private static void line(CopyIn copy, Object... columns) throws SQLException {
        List<String> texts = new ArrayList<>(columns.length);
        for (Object column : columns) {
            texts.add(column.toString());
        }
        byte[] line = (String.join("\t", texts) + "\n").getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(line, 0, line.length);
    }

    private CopyIn copy(String table) throws SQLException {
        Connection connection = bed.social().getConnection();
        connections.add(connection);
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
    }

    private int slot() throws SQLException {
        try (var connection = bed.social().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT slot FROM replica_slot WHERE state = 'ACTIVE' AND dataset = 'permit.status'")) {
            if (!rows.next()) {
                throw new IllegalStateException("social security keeps no copy of permit.status");
            }
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (CopyIn copy : List.of(replica, facts, ledger, filings)) {
            copy.endCopy();
        }
        for (Connection connection : connections) {
            connection.close();
        }
        try (var connection = bed.social().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
