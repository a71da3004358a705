package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import onepermit.permit.application.Due;
import org.jspecify.annotations.Nullable;

/**
 * How far an application has come.
 *
 * @param handedInOn day of submission or of the last supplement
 * @param due until when the office answers or issues; null = nothing is due
 * @param decisionId of the last review
 */
public record Standing(
        FilingState state,
        @Nullable LocalDate handedInOn,
        @Nullable LocalDate acceptedOn,
        @Nullable Due due,
        long feeFen,
        @Nullable String decisionId,
        @Nullable OneTimeNotice notice,
        List<Material> materials,
        @Nullable Ruling ruling,
        @Nullable String permitNumber) {

    static Standing draft() {
        return new Standing(FilingState.DRAFT, null, null, null, 0, null, null, List.of(), null, null);
    }

    Standing reviewed(Review review, LocalDate on) {
        return reviewed(review, on, review.state());
    }

    /** Nothing was handed in, so who was told what is missing still has the time to bring it. */
    Standing decidedAgain(Review review, LocalDate on) {
        boolean waitsForPapers = state == FilingState.RETURNED && review.state() != FilingState.ACCEPTED;
        return reviewed(review, on, waitsForPapers ? FilingState.RETURNED : review.state());
    }

    private Standing reviewed(Review review, LocalDate on, FilingState next) {
        return new Standing(
                next,
                on,
                next == FilingState.ACCEPTED ? on : null,
                due(review, next),
                review.checked().feeFen(),
                review.checked().decision().getId(),
                next == FilingState.RETURNED && notice == null ? new OneTimeNotice(on, review.missing()) : notice,
                review.materials(),
                ruling,
                permitNumber);
    }

    Standing accepted(Ruling by, @Nullable Due issue) {
        return new Standing(
                FilingState.ACCEPTED, handedInOn, by.on(), issue, feeFen, decisionId, notice, materials, by, null);
    }

    Standing refused(Ruling by) {
        return new Standing(
                FilingState.REFUSED, handedInOn, null, null, feeFen, decisionId, notice, materials, by, null);
    }

    Standing withdrawn() {
        return new Standing(
                FilingState.WITHDRAWN, handedInOn, null, null, feeFen, decisionId, notice, materials, ruling, null);
    }

    Standing issued(String number) {
        return new Standing(
                FilingState.ISSUED,
                handedInOn,
                acceptedOn,
                null,
                feeFen,
                decisionId,
                notice,
                materials,
                ruling,
                number);
    }

    /** The same with its papers and what its notice lists, for whoever keeps them apart. */
    public Standing with(List<Material> papers, List<MissingItem> missing) {
        return new Standing(
                state,
                handedInOn,
                acceptedOn,
                due,
                feeFen,
                decisionId,
                notice == null ? null : new OneTimeNotice(notice.on(), missing),
                papers,
                ruling,
                permitNumber);
    }

    /** While the applicant is to add something nothing is due of the office. */
    private static @Nullable Due due(Review review, FilingState next) {
        return switch (next) {
            case ACCEPTED -> review.checked().issueDue();
            case NEEDS_REVIEW, SUBMITTED -> review.checked().answerDue();
            case DRAFT, RETURNED, ISSUED, REFUSED, WITHDRAWN -> null;
        };
    }
}
