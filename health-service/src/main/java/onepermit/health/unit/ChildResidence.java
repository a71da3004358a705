package onepermit.health.unit;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;

/** Where a child lives, and since when. */
public record ChildResidence(DivisionCode division, LocalDate since) {}
