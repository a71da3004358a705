package onepermit.education.ranking;

import java.util.Objects;
import onepermit.education.admission.Lengths;
import onepermit.education.application.Review;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Standing;
import onepermit.education.application.Verification;

/**
 * An application that is ranked.
 *
 * @param points 0 where none are asked
 */
public record Entrant(String number, int points, Lengths lengths) {

    public static boolean takesPart(SchoolApplication application) {
        return application.standing() == Standing.VERIFIED;
    }

    /** Of an application that takes part. */
    public static Entrant of(SchoolApplication application) {
        Verification latest = Objects.requireNonNull(application.latest());
        Integer points = latest.points();
        Review review = application.settled();
        return new Entrant(
                application.number(),
                (points == null ? 0 : points) + (review == null ? 0 : review.addedPoints()),
                latest.lengths());
    }
}
