package onepermit.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period of residence as the police recorded it; {@code to} is empty while it lasts. */
record Stay(
        String division,
        String address,
        String kind,
        LocalDate from,
        @Nullable LocalDate to) {

    static Stay open(String division, String address, LocalDate from) {
        return new Stay(division, address, "REGISTRATION", from, null);
    }

    Stay until(LocalDate last) {
        return new Stay(division, address, kind, from, last);
    }
}
