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
    private final Choice choice;

    private Bench(Choice choice) {
        this.choice = choice;
    }

    public static void main(String[] words) throws Exception {
        var choice = chosen(words);
        var bench = new Bench(choice);
        bench.run(Double.parseDouble(System.getenv().getOrDefault("BENCH_STARTUP_SECONDS", "0")));
        if (choice.json().isPresent()) {
            bench.write(choice.json().get());
        }
        System.exit(0);
    }

    private static Choice chosen(String... words) {
        try {
            return Choice.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    private void run(double startup) throws Exception {
        System.out.printf(
                "%s, %d cores, %s%n",
                LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"));
        System.out.println("| figure | unit | min / median / max | bare limit | ratio | |\n|---|---|---|---|---|---|");
        try (var bed = new Bed(System.getenv())) {
            var tokens = new Tokens(bed);
            if (choice.any("startup")) {
                add(startup(startup));
            }
            if (choice.any("verify", "verify_gateway", "ledger_ratio", "proof_p99", "redecision", "growth")) {
                questions(bed, tokens);
            }
            if (choice.any("ledger_rate")) {
                add(new LedgerRate(bed).measure());
            }
            if (choice.any("allocation")) {
                add(new AllocationTime(bed, tokens).measure());
            }
            if (choice.any("intake")) {
                add(new Intake(bed, tokens).measure());
            }
            if (choice.any("pipeline_rate", "pipeline_p99", "rebuild_rate")) {
                road(bed, tokens);
            }
        }
    }

    private void questions(Bed bed, Tokens tokens) throws Exception {
        var verify = new Verify(bed, tokens);
        copy(bed, 0, RESIDENTS[0]);
        if (choice.any("verify", "verify_gateway")) {
            for (var figure : verify.measure(RESIDENTS[0] / Families.MEMBERS)) {
                add(figure);
            }
        }
        if (choice.any("ledger_ratio")) {
            add(new LedgerRatio(bed, verify).measure(RESIDENTS[0] / Families.MEMBERS));
        }
        if (choice.any("proof_p99")) {
            add(new ProofTime(bed, tokens).measure());
        }
        if (choice.any("redecision")) {
            add(new Redecisions(bed, tokens, verify).measure(RESIDENTS[0] / Families.MEMBERS));
        }
        if (choice.any("growth")) {
            add(growth(bed, verify));
        }
    }

    private void road(Bed bed, Tokens tokens) throws Exception {
        bed.startPermitServiceAnew();
        var pipeline = new Pipeline(bed);
        if (choice.any("pipeline_p99")) {
            add(pipeline.latency());
        }
        if (choice.any("pipeline_rate", "rebuild_rate")) {
            var rate = pipeline.rate();
            add(rate);
            if (choice.any("rebuild_rate")) {
                add(new Rebuilding(bed, tokens).measure(rate.limits()));
            }
        }
    }

    private static Figure startup(double seconds) {
        return new Figure(
                "startup",
                "s",
                new double[] {seconds},
                new double[] {READY_IN_SECONDS},
                "built before; the limit is the bar");
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
        Progress.say("%,d residents into education's replica", to - from);
        try (var copies = new Copies(bed)) {
            for (int family = from / Families.MEMBERS; family < to / Families.MEMBERS; family++) {
                copies.family(family);
            }
        }
    }

    private void add(Figure figure) {
        if (choice.any(figure.name())) {
            figures.add(figure);
            System.out.println(figure.row());
        }
    }

    private void write(Path file) throws IOException {
        Files.writeString(file, figures.stream().map(Figure::json).collect(Collectors.joining(",\n ", "[", "]\n")));
    }
}
