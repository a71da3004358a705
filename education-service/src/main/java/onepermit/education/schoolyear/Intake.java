package onepermit.education.schoolyear;

import java.time.LocalDate;

/**
 * How one city takes in the pupils of a school year.
 *
 * @param opens first day of filing
 * @param closes last day of filing
 * @param reckoning day at which residence, work and insurance are counted; the evaluation date of every admission decision
 * @param unverified the city's own announcement was not at hand
 */
public record Intake(LocalDate opens, LocalDate closes, LocalDate reckoning, boolean unverified) {}
