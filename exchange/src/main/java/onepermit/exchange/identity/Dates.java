package onepermit.exchange.identity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Dates as requests, files and facts write them. */
public final class Dates {
    private Dates() {}

    /** Reads {@code YYYY-MM-DD}. */
    public static LocalDate read(String field, String text) {
        try {
            return LocalDate.parse(ofTen(text));
        } catch (DateTimeException e) {
            throw new RefusalException(
                    Refusal.invalid("DATE_FORMAT", field, Shown.of(text) + " is not a date; expected YYYY-MM-DD"));
        }
    }

    public static LocalDate notFuture(String field, LocalDate date, Clock clock) {
        if (date.isAfter(LocalDate.now(clock))) {
            throw new RefusalException(
                    Refusal.invalid("DATE_FUTURE", field, date + " is in the future; expected today or before"));
        }
        return date;
    }

    /** Reads yyyymmdd as facts carry it. */
    public static LocalDate fromCode(int yyyymmdd) {
        return LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    }

    public static int toCode(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** ISO 8601 knows years of more digits and a sign; we do not. */
    private static String ofTen(String text) {
        if (text.length() != 10 || text.charAt(0) == '-') {
            throw new DateTimeException("not YYYY-MM-DD");
        }
        return text;
    }
}
