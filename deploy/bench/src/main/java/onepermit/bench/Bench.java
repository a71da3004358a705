package onepermit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * `./onepermit bench`: prints one table, each figure with minimum / median / maximum of its fresh runs beside the bare limit of the
 * same minutes. The start script starts the stack and tells how long that took.
 */
public final class Bench {
    private static final int[] RESIDENTS = {20_000, 200_000, 2_000_000};
    private static final double READY_IN_SECONDS = 60;
    private final List<Figure> figures = new ArrayList<>();

    private Bench() {}

    public static void main(String[] words) throws Exception {
        var json = words.length == 2 && words[0].equals("--json") ? Path.of(words[1]) : null;
        if (words.length > 0 && json == null) {
            System.err.println("bench takes --json FILE and nothing else");
            System.exit(2);
        }
        var bench = new Bench();
        bench.run(Double.parseDouble(System.getenv().getOrDefault("BENCH_STARTUP_SECONDS", "0")));
        if (json != null) {
            bench.write(json);
        }
        System.exit(0);
    }

    private void run(double startup) throws Exception {
        System.out.printf(
                "%s, %d cores, %s%n",
                LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"));
        System.out.println("| figure | unit | min / median / max | bare limit | ratio | |\n|---|---|---|---|---|---|");
        try (var bed = new Bed(System.getenv())) {
            var tokens = new Tokens(bed);
            var verify = new Verify(bed, tokens);
            copy(bed, 0, RESIDENTS[0]);
            for (var figure : verify.measure(RESIDENTS[0] / Families.MEMBERS)) {
                add(figure);
            }
            var pipeline = new Pipeline(bed);
            var rate = pipeline.rate();
            add(rate);
            add(pipeline.latency());
            add(new Rebuilding(bed, tokens).measure(rate.limits()));
            add(new Figure(
                    "startup",
                    "s",
                    new double[] {startup},
                    new double[] {READY_IN_SECONDS},
                    "built before; the limit is the bar"));
            add(growth(bed, verify));
        }
    }

    /** The same question with ten and a hundred times the city; the ratio is small over large, 1 = not slower. */
    private static Figure growth(Bed bed, Verify verify) throws Exception {
        double small = verify.rate(RESIDENTS[0] / Families.MEMBERS);
        copy(bed, RESIDENTS[0], RESIDENTS[1]);
        double middle = verify.rate(RESIDENTS[1] / Families.MEMBERS);
        copy(bed, RESIDENTS[1], RESIDENTS[2]);
        double large = verify.rate(RESIDENTS[2] / Families.MEMBERS);
        return new Figure(
                "growth",
                "calls/s",
                new double[] {small},
                new double[] {large},
                "20 k: %.0f, 200 k: %.0f, 2 M: %.0f; the bar is 1.3".formatted(small, middle, large));
    }

    private static void copy(Bed bed, int from, int to) throws Exception {
        System.err.println("copying " + (to - from) + " residents into education's replica");
        try (var copies = new Copies(bed)) {
            for (int family = from / Families.MEMBERS; family < to / Families.MEMBERS; family++) {
                copies.family(family);
            }
        }
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.out.println(figure.row());
    }

    private void write(Path file) throws IOException {
        Files.writeString(file, figures.stream().map(Figure::json).collect(Collectors.joining(",\n ", "[", "]\n")));
    }
}
