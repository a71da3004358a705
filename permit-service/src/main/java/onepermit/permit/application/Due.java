package onepermit.permit.application;

import java.time.LocalDate;

/**
 * Last day of the office.
 *
 * @param certain whether the working days up to it are announced
 */
public record Due(LocalDate on, boolean certain) {}
