package onepermit.education.allocation;

import java.time.LocalDate;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The refusals of this room, in one table. */
final class AllocationRefusals {
    private AllocationRefusals() {}

    static RefusalException unknown() {
        return new RefusalException(Refusal.notFound(
                "PLACEMENT_UNKNOWN", "number", "no seats were allocated to an application of this number"));
    }

    static RefusalException notRanked() {
        return precondition("NOT_RANKED", "round", "the round is not ranked yet (RankRound)");
    }

    static RefusalException publicationRunning(LocalDate to) {
        return precondition(
                "PUBLICATION_RUNNING",
                "round",
                "the ranking is published until " + to + "; seats are allocated afterwards");
    }

    static RefusalException objectionsOpen(long open) {
        return precondition("OBJECTIONS_OPEN", "round", open + " objections are not answered yet (ResolveObjection)");
    }

    static RefusalException outdated() {
        return precondition(
                "RANKING_OUTDATED",
                "round",
                "applications have changed since the list was published; rank again (RankRound)");
    }

    static RefusalException allocated() {
        return precondition("SEATS_ALLOCATED", "round", "the seats of the round are allocated");
    }

    static RefusalException noPlace() {
        return precondition("NO_PLACE", "number", "the application holds no place");
    }

    static RefusalException enrolled() {
        return precondition(
                "ENROLLED", "number", "the child is on the school's roll; that is ended first (RollService.Leave)");
    }

    static RefusalException criterionUnknown(int index) {
        return new RefusalException(Refusal.invalid(
                "CRITERION_UNKNOWN",
                "weights[" + index + "].criterion",
                "expected a criterion of the decisions of this round, e.g. real.home"));
    }

    static RefusalException notInRound(int index) {
        return new RefusalException(Refusal.invalid(
                "SCHOOL_NOT_IN_ROUND", "seats[" + index + "].school", "expected a school of the round"));
    }

    private static RefusalException precondition(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
