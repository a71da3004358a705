package onepermit.exchange.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;

/** What follows from all criteria together. */
final class Conclusion {
    /** The earlier one decides; waiting for evidence comes after all of them, so that it never hides a refusal on known facts. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.OUTCOME_VETOED,
            Outcome.OUTCOME_NOT_ELIGIBLE,
            Outcome.OUTCOME_NOT_YET,
            Outcome.OUTCOME_NEEDS_REVIEW);

    private static final Comparator<Reasoned> FIRST = Comparator.comparingInt(r -> ORDER.indexOf(r.outcome()));

    private final List<Reasoned> reasons = new ArrayList<>();
    private final Set<PendingEvidence> pending = new LinkedHashSet<>();

    /**
     * What follows from one criterion.
     *
     * @param earliest yyyymmdd, with NOT_YET
     */
    record Reasoned(
            Outcome outcome, String code, String textZh, String textEn, String article, Optional<Integer> earliest) {

        Reason reason() {
            return Reason.newBuilder()
                    .setCode(code)
                    .setTextZh(textZh)
                    .setTextEn(textEn)
                    .setArticle(article)
                    .build();
        }
    }

    void add(Reasoned reasoned) {
        reasons.add(reasoned);
    }

    void waitFor(PendingEvidence evidence) {
        pending.add(evidence);
    }

    /** All reasons are told at once, those that decide first. */
    void into(Decision.Builder decision) {
        reasons.sort(FIRST);
        reasons.forEach(r -> decision.addReasons(r.reason()));
        decision.setOutcome(outcome());
        if (decision.getOutcome() == Outcome.OUTCOME_NOT_YET) {
            decision.setEarliestDate(Dates.fromCode(earliest()).toString());
        }
        if (decision.getOutcome() == Outcome.OUTCOME_PENDING_EVIDENCE) {
            decision.addAllPending(pending);
        }
    }

    Outcome outcome() {
        if (!reasons.isEmpty()) {
            return Collections.min(reasons, FIRST).outcome();
        }
        return pending.isEmpty() ? Outcome.OUTCOME_ELIGIBLE : Outcome.OUTCOME_PENDING_EVIDENCE;
    }

    /** The day on which the last of the conditions will be met. */
    private int earliest() {
        return reasons.stream()
                .flatMap(r -> r.earliest().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow();
    }
}
