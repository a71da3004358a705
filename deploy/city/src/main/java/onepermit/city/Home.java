package onepermit.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dwelling: owned, leased or a dormitory; the share is in basis points and 0 unless owned. */
record Home(
        String division,
        String kind,
        LocalDate from,
        @Nullable LocalDate to,
        int shareBp,
        String usage,
        String registerNo) {}
