package onepermit.permit;

import java.util.concurrent.atomic.AtomicInteger;
import onepermit.exchange.identity.CitizenIds;

/** People who do not exist (division 99 is allocated to nobody), each another one. */
public final class Citizens {
    private static final AtomicInteger SEQUENCE = new AtomicInteger(500);

    private Citizens() {}

    public static String man(String born) {
        return number(born, SEQUENCE.addAndGet(2) | 1);
    }

    public static String woman(String born) {
        return number(born, SEQUENCE.addAndGet(2) & ~1);
    }

    private static String number(String born, int sequence) {
        String digits = "990101" + born.replace("-", "") + "%03d".formatted(sequence);
        return digits + CitizenIds.checkDigit(digits);
    }
}
