package onepermit.education.admission;

/**
 * A residence permit of the city.
 *
 * @param valid endorsed and not cancelled at the reckoning date
 * @param months whole months since its residence years count, up to the reckoning date; 0 without a valid one
 */
public record PermitHeld(boolean valid, int months) {}
