package onepermit.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period of employment; {@code employer} is FLEXIBLE for flexible workers. */
record Job(
        String employer,
        String division,
        LocalDate from,
        @Nullable LocalDate to) {
    static final String FLEXIBLE = "FLEXIBLE";

    boolean flexible() {
        return employer.equals(FLEXIBLE);
    }
}
