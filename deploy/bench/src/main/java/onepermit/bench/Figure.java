package onepermit.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name stable name, e.g. `verify`
 * @param unit e.g. `calls/s`
 * @param runs the value of each fresh run
 * @param limits the bare limit of each run, beside it
 * @param note p50/p99 or other figures of the same runs
 */
record Figure(String name, String unit, double[] runs, double[] limits, String note) {

    double value() {
        return median(runs);
    }

    double limit() {
        return median(limits);
    }

    /** Median of the ratios run by run, so that a slow minute of the machine hits both sides. */
    double ratio() {
        var ratios = new double[runs.length];
        for (int i = 0; i < runs.length; i++) {
            ratios[i] = runs[i] / limits[i];
        }
        return median(ratios);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %s |",
                name,
                unit,
                spread(runs),
                spread(limits),
                ratio(),
                note);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"limit\":%.3f,\"ratio\":%.4f}",
                name,
                value(),
                unit,
                limit(),
                ratio());
    }

    private static String spread(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%,.0f / %,.0f / %,.0f", sorted[0], median(values), sorted[sorted.length - 1]);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
