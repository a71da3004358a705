package onepermit.scenarios;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes citizen ID numbers of division 9909, which GB/T 2260 does not allocate: they belong to nobody. Each is new within a run; the
 * run's own division keeps runs against the same stack apart.
 */
final class SyntheticId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final String DIVISION = "9909%02d".formatted(System.nanoTime() / 1_000 % 100);
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 200));

    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

    private SyntheticId() {}

    /** All that were made in this run. */
    static Set<String> made() {
        return MADE;
    }

    static String man(String birth) {
        return of(birth, 1);
    }

    static String woman(String birth) {
        return of(birth, 0);
    }

    private static String of(String birth, int odd) {
        int sequence = NEXT.incrementAndGet() % 499 * 2 + odd;
        var body =
                DIVISION + LocalDate.parse(birth).format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        var id = body + CHECK.charAt(sum % 11);
        MADE.add(id);
        return id;
    }
}
