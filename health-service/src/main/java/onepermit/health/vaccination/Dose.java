package onepermit.health.vaccination;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;

/**
 * A dose given.
 *
 * @param division of the vaccination unit
 */
public record Dose(Vaccine vaccine, LocalDate givenOn, DivisionCode division) {}
