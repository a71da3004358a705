package onepermit.exchange.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts the lines of one file and reports them; holds at most a few hundred rejects at a time. */
final class Tally {
    private static final int REPORT_EVERY = 10_000;
    private static final int REJECTS_PER_REPORT = 500;

    private final Consumer<Progress> progress;
    private final List<Reject> rejects = new ArrayList<>();
    private long lines;
    private long accepted;
    private long rejected;
    private long reportedAt;

    Tally(Consumer<Progress> progress) {
        this.progress = progress;
    }

    void read() {
        lines++;
    }

    void accept(int count) {
        accepted += count;
    }

    void reject(Reject reject) {
        rejected++;
        rejects.add(reject);
    }

    /** Lines whose fate is settled: stored or answered. */
    long confirmed() {
        return accepted + rejected;
    }

    long accepted() {
        return accepted;
    }

    void reportIfDue() {
        if (lines - reportedAt >= REPORT_EVERY || rejects.size() >= REJECTS_PER_REPORT) {
            report(false);
        }
    }

    void report(boolean done) {
        progress.accept(new Progress(lines, accepted, rejected, List.copyOf(rejects), done));
        rejects.clear();
        reportedAt = lines;
    }
}
