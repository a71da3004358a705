package onepermit.education.application.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.education.admission.Lengths;
import onepermit.education.application.Guardian;
import onepermit.education.application.Review;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Verification;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.v1.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Folds rows, one for each verification, into applications; they come in order of application and verification. */
final class ApplicationRows implements ResultSetExtractor<List<SchoolApplication>> {

    @Override
    public List<SchoolApplication> extractData(ResultSet row) throws SQLException {
        List<SchoolApplication> applications = new ArrayList<>();
        List<Verification> verifications = new ArrayList<>();
        SchoolApplication bare = null;
        while (row.next()) {
            if (bare == null || !bare.number().equals(row.getString("number"))) {
                add(applications, bare, verifications);
                bare = application(row);
                verifications.clear();
            }
            if (row.getString("decision_id") != null) {
                verifications.add(verification(row));
            }
        }
        add(applications, bare, verifications);
        return applications;
    }

    private static void add(
            List<SchoolApplication> applications, @Nullable SchoolApplication bare, List<Verification> verifications) {
        if (bare != null) {
            applications.add(new SchoolApplication(
                    bare.number(),
                    bare.round(),
                    bare.child(),
                    bare.born(),
                    bare.guardians(),
                    bare.preferences(),
                    bare.filedOn(),
                    verifications,
                    bare.review(),
                    bare.withdrawn(),
                    bare.version()));
        }
    }

    private static SchoolApplication application(ResultSet row) throws SQLException {
        return new SchoolApplication(
                row.getString("number"),
                row.getString("round"),
                PersonKey.of(row.getBytes("child")),
                row.getObject("born", LocalDate.class),
                guardians(row),
                texts(row, "preferences"),
                row.getObject("filed_on", LocalDate.class),
                List.of(),
                review(row),
                row.getBoolean("withdrawn"),
                row.getLong("version"));
    }

    private static List<Guardian> guardians(ResultSet row) throws SQLException {
        byte[][] keys = (byte[][]) row.getArray("guardians").getArray();
        List<String> sexes = texts(row, "guardian_sexes");
        List<Guardian> guardians = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            guardians.add(new Guardian(PersonKey.of(keys[i]), Sex.valueOf(sexes.get(i))));
        }
        return guardians;
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        if (row.getString("review_decision") == null) {
            return null;
        }
        return new Review(
                row.getBoolean("review_ranked"),
                row.getInt("review_points"),
                row.getString("review_officer"),
                row.getString("review_reason"),
                row.getString("review_article"),
                row.getObject("review_on", LocalDate.class),
                row.getString("review_decision"));
    }

    private static Verification verification(ResultSet row) throws SQLException {
        List<String> criteria = texts(row, "criteria");
        Integer[] points = (Integer[]) row.getArray("criterion_points").getArray();
        Map<String, Integer> byCriterion = new HashMap<>();
        for (int i = 0; i < points.length; i++) {
            byCriterion.put(criteria.get(i).intern(), points[i]); // the same few in every row
        }
        return new Verification(
                row.getString("decision_id"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("points", Integer.class),
                row.getInt("point_scale"),
                byCriterion,
                new Lengths(row.getInt("insurance_months"), row.getInt("residence_months")),
                texts(row, "labels"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
