package onepermit.education.application;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.v1.Outcome;
import org.springframework.stereotype.Service;

/** What officers and families do to a locked application, inside the caller's transaction. */
@Service
public class SettleApplication {
    private final Applications applications;
    private final HeldPlaces places;
    private final Clock clock;

    SettleApplication(Applications applications, HeldPlaces places, Clock clock) {
        this.applications = applications;
        this.places = places;
        this.clock = clock;
    }

    /** What the machine leaves to an officer; while evidence is missing nobody is left out. */
    public SchoolApplication review(
            SchoolApplication locked, boolean ranked, int addedPoints, String officer, String reason, String article) {
        Verification latest = locked.latest();
        if (latest == null || locked.standing() != Standing.NEEDS_REVIEW) {
            throw ApplicationRefusals.nothingToReview(locked.standing());
        }
        if (ranked && latest.outcome() != Outcome.OUTCOME_NEEDS_REVIEW) {
            throw ApplicationRefusals.notForRanking(latest.outcome().name());
        }
        CitizenIds.requireNone("reason", reason);
        return stored(locked.reviewed(new Review(
                ranked,
                ranked ? addedPoints : 0,
                officer,
                reason,
                article,
                LocalDate.now(clock),
                latest.decisionId())));
    }

    public SchoolApplication withdraw(SchoolApplication locked) {
        if (locked.withdrawn()) {
            throw ApplicationRefusals.withdrawn();
        }
        if (places.holds(locked.number())) {
            throw ApplicationRefusals.placeHeld();
        }
        return stored(locked.withdrawnNow());
    }

    private SchoolApplication stored(SchoolApplication changed) {
        applications.store(changed);
        return changed;
    }
}
