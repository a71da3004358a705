package onepermit.education.admission;

/**
 * How long somebody has been in the city, and where in it.
 *
 * @param months whole months up to the reckoning date
 * @param division at the reckoning date; empty when not in the city then
 */
public record Place(int months, String division) {}
