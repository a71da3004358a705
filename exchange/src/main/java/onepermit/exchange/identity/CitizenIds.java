package onepermit.exchange.identity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Reads citizen IDs and refuses malformed ones with distinct reasons that never echo the number. */
public final class CitizenIds {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern NUMBER_IN_TEXT = Pattern.compile("[0-9]{14}[0-9Xx]");
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final boolean synthetic;
    private final Clock clock;

    /**
     * @param synthetic allow division 99xxxx, which GB/T 2260 gives to nobody
     * @param clock nobody is born after its day
     */
    public CitizenIds(boolean synthetic, Clock clock) {
        this.synthetic = synthetic;
        this.clock = clock;
    }

    public CitizenId read(String field, String text) {
        if (text.length() == 15 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused(field, "OLD_15", "expected 18 characters; the old number of 15 digits is no longer valid");
        }
        if (text.length() != 18) {
            throw refused(field, "LENGTH", "expected 18 characters, found " + text.length());
        }
        if (text.chars().anyMatch(c -> c >= '０' && c <= '９' || c == 'Ｘ' || c == 'ｘ')) {
            throw refused(field, "FULL_WIDTH", "expected ASCII digits, found full-width characters");
        }
        return checked(field, text.toUpperCase(Locale.ROOT));
    }

    /** A text is stored and shown; a number in it, of the old kind too, would be as well. */
    public static void requireNone(String field, String text) {
        if (NUMBER_IN_TEXT.matcher(text).find()) {
            throw new RefusalException(Refusal.invalid(
                    "ID_NUMBER", field, "expected a text without ID numbers; write who is meant by the case"));
        }
    }

    private CitizenId checked(String field, String number) {
        if (!SHAPE.matcher(number).matches()) {
            throw refused(field, "CHARACTERS", "expected 17 digits and a check digit 0-9 or X");
        }
        LocalDate born = birthDate(field, number);
        if (checkDigit(number) != number.charAt(17)) {
            throw refused(field, "CHECK_DIGIT", "the check digit does not fit the number; look for a typing error");
        }
        if (born.isAfter(LocalDate.now(clock))) {
            throw refused(
                    field, "BIRTH_FUTURE", "characters 7 to 14 are a day to come; expected a day of birth up to today");
        }
        if (number.startsWith("99") && !synthetic) {
            throw refused(field, "SYNTHETIC", "division 99 is for synthetic people and not accepted here");
        }
        return new CitizenId(number);
    }

    private static LocalDate birthDate(String field, String number) {
        try {
            return LocalDate.parse(number.substring(6, 14), BIRTH);
        } catch (DateTimeException e) {
            throw refused(field, "BIRTH_DATE", "characters 7 to 14 are not a date of the calendar");
        }
    }

    /** ISO 7064 MOD 11-2 over the first 17 digits. */
    public static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    private static RefusalException refused(String field, String reason, String text) {
        return new RefusalException(Refusal.invalid("CITIZEN_ID_" + reason, field, text));
    }
}
