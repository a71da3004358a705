package onepermit.exchange.redecision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.redecision.WatchTable.Turn;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides a case again whose turn it is. What comes of it is stored in one transaction with the end of the turn: whoever is stopped on the way
 * begins it anew, and it has its effects once.
 */
final class Redecide {
    /** Label of a decision that shows what would be decided today, and is not what stands. */
    private static final String NOT_APPLIED = "WHAT_IF";

    private static final Duration EVIDENCE_COMES = Duration.ofSeconds(20);

    private final Map<String, Redecidable> kinds;
    private final WatchTable table;
    private final DecisionTable decided;
    private final Decisions decisions;
    private final Revisions revisions;
    private final Facts facts;
    private final TransactionOperations transaction;
    private final Supplier<UUID> ids;

    /** How a turn ended. */
    enum Result {
        /** Another decision stands now. */
        REVISED,
        /** A confirmed decision would come out otherwise today; it stands, and an officer is told. */
        FLAGGED,
        /** The same values. */
        SAME,
        /** Evidence that the decision had is not at hand now; later. */
        POSTPONED,
        /** The case has ended, or changed meanwhile. */
        GONE
    }

    Redecide(
            Map<String, Redecidable> kinds,
            WatchTable table,
            DecisionTable decided,
            Decisions decisions,
            Revisions revisions,
            Facts facts,
            TransactionOperations transaction,
            Supplier<UUID> ids) {
        this.kinds = kinds;
        this.table = table;
        this.decided = decided;
        this.decisions = decisions;
        this.revisions = revisions;
        this.facts = facts;
        this.transaction = transaction;
        this.ids = ids;
    }

    Result take(Turn turn) {
        Basis basis = table.basis(turn.persons());
        Optional<Again> again =
                Objects.requireNonNull(kinds.get(turn.kind()), turn.kind()).again(turn.caseId(), turn.decision());
        Optional<Decision> before =
                again.flatMap(of -> decided.find(turn.decision(), false)).map(DecisionTable.Stored::decision);
        if (again.isEmpty() || before.isEmpty()) {
            transaction.executeWithoutResult(status -> table.forget(turn));
            return Result.GONE;
        }
        return follow(turn, basis, again.get(), before.get());
    }

    private Result follow(Turn turn, Basis basis, Again again, Decision before) {
        if (SameValues.of(shown(before), shown(again.decision()))) {
            transaction.executeWithoutResult(
                    status -> table.followed(turn, turn.decision(), WatchedCases.datasets(again.decision()), basis));
            return Result.SAME;
        }
        if (again.decision().getOutcome() == Outcome.OUTCOME_PENDING_EVIDENCE
                && before.getOutcome() != Outcome.OUTCOME_PENDING_EVIDENCE) {
            transaction.executeWithoutResult(status -> table.postponed(turn, EVIDENCE_COMES));
            return Result.POSTPONED;
        }
        Decision recorded = decisions.answer(
                again.confirmed() ? labelled(again.decision()) : again.decision(), again.look(), again.division());
        return Objects.requireNonNull(transaction.execute(status -> stored(turn, basis, again, before, recorded)));
    }

    private Result stored(Turn turn, Basis basis, Again again, Decision before, Decision recorded) {
        facts.lockPersons(again.look().persons());
        if (!table.lock(turn)) {
            return Result.GONE;
        }
        if (!again.confirmed() && !again.store().test(recorded)) {
            table.postponed(turn, Duration.ZERO);
            return Result.GONE;
        }
        revisions.add(revision(turn, again, before, recorded));
        if (again.confirmed()) {
            table.forget(turn);
            return Result.FLAGGED;
        }
        table.followed(turn, recorded.getId(), WatchedCases.datasets(recorded), basis);
        return Result.REVISED;
    }

    private Revision revision(Turn turn, Again again, Decision before, Decision after) {
        return new Revision(
                ids.get().toString(),
                turn.kind(),
                turn.caseId(),
                again.division().value(),
                again.look().persons(),
                before.getId(),
                after.getId(),
                before.getOutcome(),
                after.getOutcome(),
                !again.confirmed(),
                turn.because(),
                Instant.EPOCH,
                null);
    }

    private static Decision labelled(Decision decision) {
        return decision.toBuilder().addLabels(NOT_APPLIED).build();
    }

    private static Decision shown(Decision decision) {
        List<String> labels = decision.getLabelsList().stream()
                .filter(label -> !label.equals(NOT_APPLIED))
                .toList();
        return decision.toBuilder().clearLabels().addAllLabels(labels).build();
    }
}
