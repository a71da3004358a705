package onepermit.health.vaccination;

import java.time.LocalDate;

/**
 * A dose to be made up (补种).
 *
 * @param due as the schedule has it
 * @param earliestOn first day on which it may be given, when those before it are given on theirs; never before the day asked about
 */
public record CatchUpDose(DueDose due, LocalDate earliestOn) {}
