package onepermit.social.points;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.publication.FactRow;

/** A residence permit of the city, as public security tells it: dates, from which its state follows. */
public record PermitRecord(LocalDate issuedOn, LocalDate endorsedTo, Optional<LocalDate> cancelledOn, FactRow fact) {

    /** Code of the vocabulary. */
    public String state(LocalDate day) {
        if (issuedOn.isAfter(day)) {
            return "NONE";
        }
        if (cancelledOn.filter(cancelled -> !cancelled.isAfter(day)).isPresent()) {
            return "CANCELLED";
        }
        return endorsedTo.isBefore(day) ? "SUSPENDED" : "ACTIVE";
    }

    /** Last day on which points stand with it. */
    LocalDate lastDay() {
        return cancelledOn
                .map(day -> day.minusDays(1))
                .filter(day -> day.isBefore(endorsedTo))
                .orElse(endorsedTo);
    }

    FixedScore.PermitVersion version() {
        return new FixedScore.PermitVersion(fact.incarnation(), fact.version());
    }
}
