package onepermit.city;

import java.time.LocalDate;

/** A vaccine dose given. */
record Given(String vaccine, LocalDate on, String division) {}
