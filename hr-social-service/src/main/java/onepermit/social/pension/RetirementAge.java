package onepermit.social.pension;

import java.time.LocalDate;

/**
 * When a person reaches retirement age.
 *
 * @param months the age
 * @param on day on which it is reached; its month is the first month of pension
 * @param document that says so
 */
public record RetirementAge(int months, LocalDate on, String document) {}
