package onepermit.social.pension;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;

/**
 * What is known of a person for a pension, each part with where it comes from.
 *
 * @param contributions own facts of pension insurance, oldest first
 */
public record PensionReading(
        Finding hukou, Optional<Hukou> hukouPlace, Finding months, List<PensionYear> contributions) {

    /** Where the permanent residence is, and the fact that says so. */
    public record Hukou(DivisionCode division, FactRow fact) {}

    /**
     * Months of pension insurance at a place in a year.
     *
     * @param paid bit 0 = January … bit 11 = December
     */
    public record PensionYear(DivisionCode place, int year, int paid, FactRow fact) {}
}
