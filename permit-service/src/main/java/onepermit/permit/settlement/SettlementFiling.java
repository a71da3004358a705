package onepermit.permit.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/**
 * A filing for settlement by points.
 *
 * @param number tells nothing of the person
 * @param city whose intake it is in
 * @param division it was filed in
 * @param employer that filed, unified social credit code
 * @param rank shared by equal points; 0 = not ranked
 * @param version raised by every change
 */
public record SettlementFiling(
        String number,
        PersonKey person,
        DivisionCode city,
        int year,
        DivisionCode division,
        String employer,
        LocalDate filedOn,
        Claims claims,
        Findings findings,
        boolean reviewed,
        Optional<Settled> settled,
        Optional<Disqualified> disqualified,
        int rank,
        long version) {

    /**
     * What came of it.
     *
     * @param decision id
     * @param inRanking or else refused
     * @param pointScale points are given in so many parts of one; 0 = whole points
     * @param byIndicator points of each line
     * @param labels of the decision
     */
    public record Settled(
            String decision,
            boolean inRanking,
            int points,
            int pointScale,
            Map<String, Integer> byIndicator,
            List<String> labels) {

        public Settled {
            byIndicator = new TreeMap<>(byIndicator);
        }
    }

    /**
     * That its papers were false.
     *
     * @param bannedUntil first day on which the person may file again
     * @param officer subject of the token
     */
    public record Disqualified(
            LocalDate on, LocalDate bannedUntil, String officer, String explanation, String article) {}

    static SettlementFiling filed(
            String number,
            PersonKey person,
            SettlementIntake intake,
            DivisionCode division,
            String employer,
            LocalDate on,
            Claims claims) {
        return new SettlementFiling(
                number,
                person,
                intake.city(),
                intake.year(),
                division,
                employer,
                on,
                claims,
                Findings.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                1);
    }

    public boolean inRanking() {
        return disqualified.isEmpty() && settled.filter(Settled::inRanking).isPresent();
    }

    /** It waits for nobody. */
    boolean closed() {
        return disqualified.isPresent() || settled.isPresent();
    }

    /** Points in the ranking. */
    int points() {
        return settled.map(Settled::points).orElse(0);
    }

    SettlementFiling reviewed(Findings found) {
        return with(found, true, settled, disqualified);
    }

    SettlementFiling settled(Settled by) {
        return with(findings, true, Optional.of(by), disqualified);
    }

    SettlementFiling disqualified(Disqualified by) {
        return with(findings, reviewed, settled, Optional.of(by));
    }

    private SettlementFiling with(
            Findings found, boolean looked, Optional<Settled> outcome, Optional<Disqualified> fraud) {
        return new SettlementFiling(
                number,
                person,
                city,
                year,
                division,
                employer,
                filedOn,
                claims,
                found,
                looked,
                outcome,
                fraud,
                rank,
                version + 1);
    }
}
