package onepermit.bench;

import java.util.Locale;

/** Says on standard error what is being done, so that the table on standard output stays a table. */
final class Progress {
    private static final long BEGAN = System.nanoTime();

    private Progress() {}

    static void say(String text, Object... values) {
        System.err.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                (System.nanoTime() - BEGAN) / 1e9,
                String.format(Locale.ROOT, text, values));
    }
}
