package onepermit.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.PersonKeys;
import onepermit.health.v1.FamilyPlanningFact;
import onepermit.health.v1.ImmunisationFact;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.KinshipFact;
import onepermit.permit.v1.ResidenceFact;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts families straight into education's replica, as its reader would have left them. */
final class Copies implements AutoCloseable {
    private static final int SINCE = 20190101;
    private final PersonKeys persons;
    private final DatasetKeys tags;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Connection connection;
    private final CopyIn copy;

    Copies(Bed bed) throws SQLException {
        persons = bed.personKeys();
        tags = bed.datasetKeys();
        connection = bed.education().getConnection();
        try (var rows = connection
                .createStatement()
                .executeQuery("SELECT dataset, slot FROM replica_slot WHERE state = 'ACTIVE'")) {
            while (rows.next()) {
                slots.put(rows.getString(1), rows.getInt(2));
            }
        }
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY replica (person, slot, fact_id, incarnation, version, payload, as_of) FROM STDIN");
    }

    void family(int number) throws SQLException {
        var father = Families.father(number);
        var mother = Families.mother(number);
        var child = Families.child(number);
        adult(father, 6);
        adult(mother, 2);
        row(
                child,
                "hukou.kinship",
                "kinship",
                KinshipFact.newBuilder()
                        .addTags(tag(child, 1, father))
                        .addTags(tag(child, 2, mother))
                        .build());
        row(
                child,
                "immunisation.assessment",
                "immunisation",
                ImmunisationFact.newBuilder().setSchedule("CN-NIP-2021").build());
    }

    private void adult(CitizenId id, int years) throws SQLException {
        row(
                id,
                "residence.registration",
                "residence",
                ResidenceFact.newBuilder()
                        .addPeriods(AddressPeriod.newBuilder()
                                .setDivision("350203")
                                .setKind(1)
                                .setFrom(SINCE))
                        .build());
        row(
                id,
                "employment.current",
                "employment",
                EmploymentFact.newBuilder()
                        .addPeriods(EmploymentPeriod.newBuilder()
                                .setDivision("350203")
                                .setFrom(SINCE))
                        .build());
        row(
                id,
                "fp.flag",
                "fp",
                FamilyPlanningFact.newBuilder().setCompliant(true).build());
        for (int year = 2026 - years; year <= 2025; year++) {
            row(
                    id,
                    "si.months",
                    "350200/1/" + year,
                    ContributionYearFact.newBuilder()
                            .setPlace("350200")
                            .setKind(1)
                            .setYear(year)
                            .setPaid(0xFFF)
                            .build());
        }
    }

    private ByteString tag(CitizenId child, int relation, CitizenId parent) {
        return ByteString.copyFrom(tags.tag(
                "hukou.kinship",
                persons.of(child).bytes(),
                new byte[] {(byte) relation},
                persons.of(parent).bytes()));
    }

    private void row(CitizenId id, String dataset, String factId, Message payload) throws SQLException {
        var slot = slots.get(dataset);
        if (slot == null) {
            return;
        }
        var line = "\\\\x" + persons.of(id).hex() + "\t" + slot + "\t" + factId + "\t1\t1\t\\\\x"
                + HexFormat.of().formatHex(payload.toByteArray()) + "\t2026-01-01 00:00:00+08\n";
        var bytes = line.getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws SQLException {
        copy.endCopy();
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE replica");
        }
        connection.close();
    }
}
