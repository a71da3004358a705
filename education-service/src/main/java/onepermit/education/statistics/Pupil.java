package onepermit.education.statistics;

import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * A pupil of compulsory schooling on a day.
 *
 * @param division of the school
 * @param publicSchool null = not told
 */
public record Pupil(
        PersonKey key, DivisionCode division, @Nullable Boolean publicSchool) {}
