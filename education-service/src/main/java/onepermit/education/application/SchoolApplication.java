package onepermit.education.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * An application for a school place.
 *
 * @param number {@code <round>-<six digits>}; the only name it has in lists
 * @param preferences school codes, the most wanted first
 * @param verifications oldest first
 * @param review the last one; null when there is none
 */
public record SchoolApplication(
        String number,
        String round,
        PersonKey child,
        LocalDate born,
        List<Guardian> guardians,
        List<String> preferences,
        LocalDate filedOn,
        List<Verification> verifications,
        @Nullable Review review,
        boolean withdrawn,
        long version) {

    public SchoolApplication {
        guardians = List.copyOf(guardians);
        preferences = List.copyOf(preferences);
        verifications = List.copyOf(verifications);
    }

    public @Nullable Verification latest() {
        return verifications.isEmpty() ? null : verifications.getLast();
    }

    /** The review of the latest decision; an earlier one is settled no more once another decision came. */
    public @Nullable Review settled() {
        Verification latest = latest();
        Review by = review;
        return by != null && latest != null && by.decisionId().equals(latest.decisionId()) ? by : null;
    }

    public Standing standing() {
        if (withdrawn) {
            return Standing.WITHDRAWN;
        }
        Verification latest = latest();
        if (latest == null) {
            return Standing.FILED;
        }
        Review settled = settled();
        if (settled == null) {
            return latest.standing();
        }
        return settled.ranked() ? Standing.VERIFIED : Standing.OUTSIDE_POINTS;
    }

    SchoolApplication verified(Verification verification) {
        List<Verification> more = new ArrayList<>(verifications);
        more.add(verification);
        return with(more, review, withdrawn);
    }

    SchoolApplication reviewed(Review by) {
        return with(verifications, by, withdrawn);
    }

    SchoolApplication withdrawnNow() {
        return with(verifications, review, true);
    }

    private SchoolApplication with(List<Verification> verified, @Nullable Review settled, boolean gone) {
        return new SchoolApplication(
                number, round, child, born, guardians, preferences, filedOn, verified, settled, gone, version + 1);
    }
}
