package onepermit.exchange.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds citizen ID numbers (GB 11643-1999) where none belongs, e.g. in the reference of a case. */
public final class PersonalNumbers {
    private static final Pattern EIGHTEEN = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private PersonalNumbers() {}

    /** Is there one in it, with a day of birth and a check digit that fit? A number of a case that only looks alike is very seldom. */
    public static boolean areIn(String text) {
        Matcher found = EIGHTEEN.matcher(text);
        while (found.find()) {
            if (isNumber(found.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == Character.toUpperCase(digits.charAt(17)) && isBirth(digits.substring(6, 14));
    }

    private static boolean isBirth(String day) {
        try {
            int year = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).getYear();
            return year >= 1850 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
