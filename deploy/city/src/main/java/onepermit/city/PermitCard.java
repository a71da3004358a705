package onepermit.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A residence permit. */
record PermitCard(
        String division,
        String number,
        LocalDate issuedOn,
        LocalDate endorsedTo,
        @Nullable LocalDate cancelledOn) {}
