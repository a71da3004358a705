package onepermit.exchange.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.exchange.identity.CitizenIds;

/** Citizen IDs of people who do not exist: division 99 is given to nobody. Each one is new within the test run. */
public final class SyntheticIds {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private SyntheticIds() {}

    public static String woman(String born) {
        return next(born, 0);
    }

    public static String man(String born) {
        return next(born, 1);
    }

    private static String next(String born, int odd) {
        int number = NEXT.incrementAndGet();
        String first = "99%04d%s%03d"
                .formatted(
                        1000 + number / 400,
                        LocalDate.parse(born).format(DateTimeFormatter.BASIC_ISO_DATE),
                        number % 400 * 2 + odd);
        return first + CitizenIds.checkDigit(first);
    }
}
