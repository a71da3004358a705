package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Reason;
import org.springframework.stereotype.Component;

/** Finds all that an application lacks, at once. */
@Component
public final class MissingItems {
    private final Materials materials;

    MissingItems(Materials materials) {
        this.materials = materials;
    }

    /** @param given all papers handed in up to now */
    List<MissingItem> of(Decision decision, List<Material> given) {
        return Stream.concat(
                        materials.required().stream(),
                        decision.getReasonsList().stream().filter(this::told).map(reason -> item(reason, decision)))
                .filter(item -> !item.mendedBy(given))
                .toList();
    }

    /** Whether papers or time can mend every reason; a doubt that is none of the applicant's to mend hinders nothing. */
    boolean mendable(Decision decision) {
        return switch (decision.getOutcome()) {
            case OUTCOME_NOT_ELIGIBLE, OUTCOME_VETOED ->
                decision.getReasonsList().stream().allMatch(this::told);
            case OUTCOME_ELIGIBLE,
                    OUTCOME_NOT_YET,
                    OUTCOME_NEEDS_REVIEW,
                    OUTCOME_PENDING_EVIDENCE,
                    OUTCOME_UNSPECIFIED,
                    UNRECOGNIZED -> true;
        };
    }

    private boolean told(Reason reason) {
        return materials.waits(reason.getCode())
                || !materials.mending(reason.getCode()).isEmpty();
    }

    private MissingItem item(Reason reason, Decision decision) {
        boolean dated =
                materials.waits(reason.getCode()) && !decision.getEarliestDate().isEmpty();
        return new MissingItem(
                reason.getCode(),
                reason.getTextZh(),
                reason.getTextEn(),
                decision.getRuleSet().getDocumentNumber() + " " + reason.getArticle(),
                materials.mending(reason.getCode()),
                dated ? LocalDate.parse(decision.getEarliestDate()) : null);
    }
}
