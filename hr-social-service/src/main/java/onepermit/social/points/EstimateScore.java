package onepermit.social.points;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import org.springframework.stereotype.Component;

/** Estimates a score from what somebody tells of oneself. It is about nobody on record, and nothing of it is stored. */
@Component
public class EstimateScore {
    private static final String LABEL = "ESTIMATE";

    private final Scoring scoring;

    EstimateScore(Scoring scoring) {
        this.scoring = scoring;
    }

    /**
     * What is told.
     *
     * @param insuranceMonths that count
     * @param bases percent of the city's average wage, the latest month first, 0 = not paid
     * @param claims by item, with records too
     */
    public record Told(
            DivisionCode division,
            LocalDate born,
            LocalDate on,
            int insuranceMonths,
            List<Integer> bases,
            Claims claims) {}

    public Sheet of(Told told) {
        return labelled(scoring.inForce(told.division, told.on)
                .map(table -> scoring.sheet(table, told.division, told.on, words(told, table)))
                .orElseGet(() -> scoring.none(told.division, told.on)));
    }

    private static ClaimWords words(Told told, PointsRules table) {
        ClaimWords words = new ClaimWords();
        table.claims().readTold(told.claims).forEach(words::known);
        words.known("applicant.born", told.born);
        words.known("insurance.months", told.insuranceMonths);
        for (int months : List.of(12, 36, 48)) {
            words.known(
                    "base.last" + months,
                    told.bases.stream()
                            .limit(months)
                            .filter(percent -> percent > 0)
                            .toList());
        }
        return words;
    }

    private static Sheet labelled(Sheet sheet) {
        Decision estimate = sheet.decision().toBuilder()
                .addLabels(LABEL)
                .setFinality(Finality.FINALITY_PROPOSED)
                .build();
        return new Sheet(estimate, sheet.range(), sheet.standard(), sheet.projection());
    }
}
