package onepermit.education.application.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.education.application.Applications;
import onepermit.education.application.Review;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Verification;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApplicationTable implements Applications {
    private static final String SELECT = """
            SELECT a.*, v.seq, v.decision_id, v.outcome, v.points, v.point_scale, v.criteria, v.criterion_points, v.insurance_months,
            v.residence_months, v.labels
            FROM school_application a LEFT JOIN application_verification v ON v.number = a.number
            """;

    private final JdbcClient jdbc;

    ApplicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SchoolApplication> find(String number) {
        return jdbc
                .sql(SELECT + "WHERE a.number = ? ORDER BY v.seq")
                .param(number)
                .query(new ApplicationRows())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<SchoolApplication> lock(String number) {
        jdbc.sql("SELECT 1 FROM school_application WHERE number = ? FOR UPDATE")
                .param(number)
                .query(Integer.class)
                .optional();
        return find(number);
    }

    @Override
    public List<SchoolApplication> ofRound(String round) {
        return jdbc.sql(SELECT + "WHERE a.round = ? ORDER BY a.number, v.seq")
                .param(round)
                .query(new ApplicationRows());
    }

    @Override
    public List<SchoolApplication> page(String round, String after, int most) {
        return jdbc.sql(SELECT + """
                        WHERE a.number IN (SELECT p.number FROM school_application p WHERE p.round = ? AND p.number > ?
                        ORDER BY p.number LIMIT ?)
                        ORDER BY a.number, v.seq""").params(round, after, most).query(new ApplicationRows());
    }

    @Override
    public Map<String, PersonKey> children(Collection<String> numbers) {
        Map<String, PersonKey> children = new HashMap<>();
        jdbc.sql("SELECT number, child FROM school_application WHERE number = ANY (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    children.put(row.getString("number"), PersonKey.of(row.getBytes("child")));
                });
        return children;
    }

    @Override
    public boolean add(SchoolApplication application, int schoolYear) {
        return jdbc.sql("""
                        INSERT INTO school_application (number, round, school_year, child, born, guardians, guardian_sexes, preferences,
                        filed_on, withdrawn, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)
                        ON CONFLICT (school_year, child) WHERE NOT withdrawn DO NOTHING""")
                        .params(
                                application.number(),
                                application.round(),
                                schoolYear,
                                application.child().bytes(),
                                application.born(),
                                application.guardians().stream()
                                        .map(guardian -> guardian.key().bytes())
                                        .toArray(byte[][]::new),
                                application.guardians().stream()
                                        .map(guardian -> guardian.sex().name())
                                        .toArray(String[]::new),
                                application.preferences().toArray(String[]::new),
                                application.filedOn(),
                                application.version())
                        .update()
                == 1;
    }

    @Override
    public void store(SchoolApplication application) {
        jdbc.sql("UPDATE school_application SET withdrawn = ?, version = ? WHERE number = ?")
                .params(application.withdrawn(), application.version(), application.number())
                .update();
        Review review = application.review();
        if (review != null) {
            store(application.number(), review);
        }
        List<Verification> verifications = application.verifications();
        if (!verifications.isEmpty()) {
            store(application.number(), verifications.size(), verifications.getLast());
        }
    }

    private void store(String number, Review review) {
        jdbc.sql("""
                        UPDATE school_application SET review_ranked = ?, review_points = ?, review_officer = ?, review_reason = ?, review_article = ?,
                        review_on = ?, review_decision = ? WHERE number = ?""")
                .params(
                        review.ranked(),
                        review.addedPoints(),
                        review.officer(),
                        review.reason(),
                        review.article(),
                        review.on(),
                        review.decisionId(),
                        number)
                .update();
    }

    /** Earlier ones are stored and stay. */
    private void store(String number, int seq, Verification verification) {
        List<String> criteria =
                verification.pointsByCriterion().keySet().stream().sorted().toList();
        jdbc.sql("""
                        INSERT INTO application_verification (number, seq, decision_id, outcome, points, point_scale, criteria,
                        criterion_points, insurance_months, residence_months, labels)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .param(number)
                .param(seq)
                .param(verification.decisionId())
                .param(verification.outcome().name())
                .param(verification.points())
                .param(verification.pointScale())
                .param(criteria.toArray(String[]::new))
                .param(criteria.stream()
                        .map(verification.pointsByCriterion()::get)
                        .toArray(Integer[]::new))
                .param(verification.lengths().insuranceMonths())
                .param(verification.lengths().residenceMonths())
                .param(verification.labels().toArray(String[]::new))
                .update();
    }
}
