package onepermit.social.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows the permits of those who have points: an endorsement opens a confirmation (签注时确认), a cancellation ends the points with the
 * permit. It looks at what is known, not at events as they pass, so it may run late, twice or beside another and comes to the same.
 */
@Component
public class ConfirmAtEndorsement {
    private static final int PAGE = 500;
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_POINTS)
            .setCaseRef("confirmation")
            .build();

    private final Facts facts;
    private final Filings filings;
    private final FixedScores scores;
    private final Scoring scoring;
    private final HolderPermits permits;
    private final ScorePublication publication;
    private final FilingIds ids;
    private final TransactionOperations transaction;
    private final Clock clock;

    ConfirmAtEndorsement(
            Facts facts,
            Filings filings,
            FixedScores scores,
            Scoring scoring,
            HolderPermits permits,
            ScorePublication publication,
            FilingIds ids,
            TransactionOperations transaction,
            Clock clock) {
        this.facts = facts;
        this.filings = filings;
        this.scores = scores;
        this.scoring = scoring;
        this.permits = permits;
        this.publication = publication;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return scores whose permit had moved on */
    public int sweep() {
        int moved = 0;
        List<FixedScore> page = scores.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (PersonKey person : newer(page).keySet()) {
                moved += follow(person);
            }
            page = scores.page(Optional.of(page.getLast().person()), PAGE);
        }
        return moved;
    }

    /** Permits that moved on since they were seen. */
    private Map<PersonKey, PermitRecord> newer(Collection<FixedScore> page) {
        Map<PersonKey, PermitRecord> known = permits.of(page, CONTEXT);
        Map<PersonKey, PermitRecord> newer = new LinkedHashMap<>();
        for (FixedScore score : page) {
            PermitRecord permit = known.get(score.person());
            if (permit != null && permit.version().newerThan(score.permit())) {
                newer.put(score.person(), permit);
            }
        }
        return newer;
    }

    /** Once more under the person's lock: another may have been here. */
    private int follow(PersonKey person) {
        return Objects.requireNonNull(transaction.execute(status -> {
            facts.lockPersons(Set.of(person));
            List<FixedScore> score = scores.of(person).stream().toList();
            newer(score).values().forEach(permit -> follow(score.getFirst(), permit));
            return score.size();
        }));
    }

    private void follow(FixedScore score, PermitRecord permit) {
        boolean shorter = permit.lastDay().isBefore(score.standsUntil());
        FixedScore seen = score.seen(permit.version(), shorter ? permit.lastDay() : score.standsUntil());
        scores.save(seen);
        if (shorter) {
            publication.lapsed(seen);
        } else if (permit.lastDay().isAfter(score.standsUntil())) {
            openConfirmation(score);
        }
    }

    private void openConfirmation(FixedScore score) {
        LocalDate today = LocalDate.now(clock);
        filings.latest(score.person())
                .filter(before -> !before.open())
                .ifPresent(before -> scoring.inForce(before.division(), today)
                        .ifPresent(table -> filings.save(
                                Filing.confirmation(ids.next(), before, withoutRecords(before, table), today))));
    }

    /** Records are looked up anew each year. */
    private static Findings withoutRecords(Filing before, PointsRules table) {
        return before.findings().without(table.claims().records());
    }
}
