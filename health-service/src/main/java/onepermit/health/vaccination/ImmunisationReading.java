package onepermit.health.vaccination;

import java.util.Optional;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Finding;

/** What this department has published of a child, and where it stands. */
public record ImmunisationReading(Finding finding, Optional<Known> known) {

    /** What is due, and the fact that says so. */
    public record Known(Immunisation immunisation, FactRow fact) {}
}
