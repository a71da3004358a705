package onepermit.exchange.load;

import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Lines waiting to be stored together. */
final class Batch<R> {
    private static final int SIZE = 1_000;

    private final ImportKind<R> kind;
    private final Tally tally;
    private final List<Long> numbers = new ArrayList<>(SIZE);
    private final List<R> lines = new ArrayList<>(SIZE);

    Batch(ImportKind<R> kind, Tally tally) {
        this.kind = kind;
        this.tally = tally;
    }

    void add(long number, R line) {
        numbers.add(number);
        lines.add(line);
        if (lines.size() == SIZE) {
            store();
        }
    }

    void store() {
        try {
            store(0, lines.size());
        } catch (DataAccessException | TransactionException e) {
            tally.report(false);
            throw new ImportInterrupted(tally.accepted(), tally.confirmed(), e);
        }
        numbers.clear();
        lines.clear();
    }

    /** Stores a range; one that is refused is stored in halves until the line that does not fit stands alone. */
    private void store(int from, int to) {
        if (from == to) {
            return;
        }
        try {
            kind.store(List.copyOf(lines.subList(from, to)));
            tally.accept(to - from);
        } catch (RefusalException | DataIntegrityViolationException e) {
            if (to - from == 1) {
                tally.reject(reject(numbers.get(from), e));
                return;
            }
            int middle = (from + to) >>> 1;
            store(from, middle);
            store(middle, to);
        }
    }

    private static Reject reject(long number, RuntimeException cause) {
        return cause instanceof RefusalException refused
                ? Reject.of(number, refused.refusal())
                : new Reject(number, "", "DOES_NOT_FIT", "the line contradicts what is stored");
    }
}
