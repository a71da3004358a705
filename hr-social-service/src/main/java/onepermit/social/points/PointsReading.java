package onepermit.social.points;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;

/**
 * What departments know of a person, each part with where it comes from.
 *
 * @param permit of the city, the one issued last
 * @param insured own facts of pension insurance in the city
 */
public record PointsReading(Finding permits, Optional<PermitRecord> permit, Finding months, List<InsuredYear> insured) {

    /** A year of pension insurance in the city, and how many of its months were paid. */
    public record InsuredYear(int year, int months, FactRow fact) {}
}
