package onepermit.education.ranking;

import java.time.LocalDate;
import java.util.List;
import onepermit.education.application.SchoolApplication;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The refusals of this room, in one table. */
final class RankingRefusals {
    private static final int NAMED = 20;

    private RankingRefusals() {}

    static RefusalException filingOpen(LocalDate closes) {
        return precondition(
                "FILING_OPEN", "round", "filing is open until " + closes + "; end it first (CloseFiling) or wait");
    }

    static RefusalException unsettled(List<SchoolApplication> applications) {
        String named = String.join(
                ", ",
                applications.stream()
                        .limit(NAMED)
                        .map(application -> application.number() + " " + application.standing())
                        .toList());
        return precondition(
                "APPLICATIONS_UNSETTLED",
                "round",
                applications.size()
                        + " applications wait for evidence or for an officer, and nobody is left out by silence: "
                        + named + (applications.size() > NAMED ? ", …" : ""));
    }

    static RefusalException unchanged() {
        return precondition("RANKING_UNCHANGED", "round", "the list published last says the same");
    }

    static RefusalException allocated() {
        return precondition("SEATS_ALLOCATED", "round", "the seats of the round are allocated; its ranking stands");
    }

    static RefusalException notPublishedNow() {
        return precondition("NOT_PUBLISHED", "number", "expected an application of a list that is published today");
    }

    static RefusalException noList() {
        return new RefusalException(
                Refusal.notFound("NOT_PUBLISHED", "round", "no list of this round is published today"));
    }

    static RefusalException criterionUnknown(String expected) {
        return new RefusalException(
                Refusal.invalid("CRITERION_UNKNOWN", "criterion", "expected a criterion of its decision: " + expected));
    }

    static RefusalException datasetUnknown() {
        return new RefusalException(
                Refusal.invalid("DATASET_UNKNOWN", "dataset", "expected a dataset of the catalogue, or nothing"));
    }

    static RefusalException personMissing() {
        return new RefusalException(Refusal.invalid(
                "PERSON_MISSING",
                "citizen_id",
                "expected whose fact is disputed, and in claimed what it should say: the owner of the fact is asked"));
    }

    static RefusalException personNotInCase() {
        return new RefusalException(Refusal.invalid(
                "PERSON_NOT_IN_CASE", "citizen_id", "expected the child or a guardian of this application"));
    }

    static RefusalException correctionOpen() {
        return precondition(
                "CORRECTION_OPEN",
                "id",
                "the owner of the fact has not answered yet, or its answer is under way (ListObjections says which)");
    }

    static RefusalException objectionUnknown() {
        return new RefusalException(Refusal.notFound("OBJECTION_UNKNOWN", "id", "no such objection"));
    }

    static RefusalException resolved() {
        return precondition("OBJECTION_RESOLVED", "id", "the objection has been answered");
    }

    private static RefusalException precondition(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
