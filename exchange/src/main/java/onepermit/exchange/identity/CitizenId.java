package onepermit.exchange.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A citizen ID number (GB 11643-1999), checked by {@link CitizenIds}; never prints itself. */
public record CitizenId(String value) {

    public LocalDate birthDate() {
        return LocalDate.parse(value.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The six digits of the division that gave the number; 99xxxx belongs to nobody. */
    public String division() {
        return value.substring(0, 6);
    }

    @Override
    public String toString() {
        return "CitizenId[…]";
    }
}
