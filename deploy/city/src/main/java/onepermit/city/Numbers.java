package onepermit.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers of people and firms that do not exist: division 99 is given to nobody by GB/T 2260. */
final class Numbers {
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECK = "10X98765432";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Sequence numbers of one sex in one division and day. */
    private static final int SEQUENCES = 499;

    /** 991000 to 999999; 990xxx is left to the people whom documents and tests name. */
    private static final int DIVISIONS = 9_000;

    static final int MOST_PEOPLE = SEQUENCES * DIVISIONS;

    private Numbers() {}

    /** The citizen ID (GB 11643-1999) of the n-th person: two people of one sex never share one. */
    static String citizen(int person, LocalDate birth, boolean male) {
        int sequence = 2 * (person % SEQUENCES) + (male ? 1 : 2);
        return citizen("%06d".formatted(991_000 + person / SEQUENCES), birth, sequence);
    }

    static String citizen(String division, LocalDate birth, int sequence) {
        String body = division + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + "%03d".formatted(sequence);
        return body + CITIZEN_CHECK.charAt(weighted(body, CITIZEN_WEIGHTS, "0123456789") % 11);
    }

    static LocalDate birth(String citizen) {
        return LocalDate.parse(citizen.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The unified social credit code (GB 32100-2015) of the n-th firm, its organisation code (GB 11714) included. */
    static String employer(int firm) {
        String organisation = "MA%06d".formatted(firm);
        int check = 11 - weighted(organisation, ORGANISATION_WEIGHTS, ORGANISATION_DIGITS) % 11;
        String body = "91990101" + organisation + (check == 10 ? "X" : String.valueOf(check % 11));
        return body + CREDIT_DIGITS.charAt((31 - weighted(body, CREDIT_WEIGHTS, CREDIT_DIGITS) % 31) % 31);
    }

    private static int weighted(String text, int[] weights, String digits) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits.indexOf(text.charAt(i)) * weights[i];
        }
        return sum;
    }
}
