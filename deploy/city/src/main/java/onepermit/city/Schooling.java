package onepermit.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period on a school's roll. */
record Schooling(School school, LocalDate from, @Nullable LocalDate to) {}
