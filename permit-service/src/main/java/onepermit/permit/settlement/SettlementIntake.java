package onepermit.permit.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;

/**
 * The intake of a year in a city that settles by points.
 *
 * @param reckonedOn filings are decided as of this day
 * @param quota how many may settle
 * @param version raised by every change
 */
public record SettlementIntake(
        DivisionCode city,
        int year,
        LocalDate opens,
        LocalDate closes,
        LocalDate reckonedOn,
        int quota,
        Optional<Ranked> ranked,
        Optional<CutOff> cutOff,
        long version) {

    /**
     * That it was ranked.
     *
     * @param pointScale points are given in so many parts of one; 0 = whole points
     * @param dominant indicators whose share is above the limit of the rules
     * @param labels of the decisions behind it
     */
    public record Ranked(int pointScale, List<IndicatorShare> dominant, List<String> labels) {}

    /**
     * The score from which on people settle.
     *
     * @param points in the ranking's parts of a point
     */
    public record CutOff(int points, LocalDate on) {}

    static SettlementIntake opened(
            DivisionCode city, LocalDate opens, LocalDate closes, LocalDate reckonedOn, int quota) {
        return new SettlementIntake(
                city, opens.getYear(), opens, closes, reckonedOn, quota, Optional.empty(), Optional.empty(), 1);
    }

    boolean takesFilingsOn(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }

    SettlementIntake ranked(Ranked ranking) {
        return with(Optional.of(ranking), cutOff);
    }

    /** Something in it changed: what was ranked before is not its ranking any more. */
    SettlementIntake unranked() {
        return with(Optional.empty(), cutOff);
    }

    SettlementIntake cutOff(CutOff fixed) {
        return with(ranked, Optional.of(fixed));
    }

    private SettlementIntake with(Optional<Ranked> ranking, Optional<CutOff> fixed) {
        return new SettlementIntake(city, year, opens, closes, reckonedOn, quota, ranking, fixed, version + 1);
    }
}
