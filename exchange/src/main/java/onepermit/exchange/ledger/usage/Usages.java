package onepermit.exchange.ledger.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import onepermit.exchange.identity.PersonKey;

/** The looks at one person, as far as they are shown to her. */
public final class Usages {
    /** Leaves stand in the order of their commits; their times, of several instances, may differ from it by less than this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private final UsageTable table;
    private final Processings processings;

    /**
     * A page, newest first.
     *
     * @param next the index before which the next page begins; empty = there is none
     */
    public record Page(List<RecordedLook> looks, OptionalLong next) {}

    /** From a moment on, to another that no longer belongs to it. */
    public record Period(Instant from, Instant to) {
        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        boolean isOver(Instant time) {
            return from.isAfter(Instant.MIN.plus(DISORDER)) && time.isBefore(from.minus(DISORDER));
        }
    }

    public Usages(UsageTable table, Processings processings) {
        this.table = table;
        this.processings = processings;
    }

    /** @param before an index; looks of lower ones are given */
    public Page find(PersonKey person, Period period, long before, int size) {
        List<RecordedLook> page = new ArrayList<>(size);
        long next = before;
        while (true) {
            List<RecordedLook> found = table.before(next, person, size + 1);
            for (RecordedLook look : found) {
                if (period.isOver(look.time())) {
                    return new Page(page, OptionalLong.empty());
                }
                if (shows(look, period)) {
                    if (page.size() == size) {
                        return new Page(page, OptionalLong.of(page.getLast().index()));
                    }
                    page.add(look);
                }
                next = look.index();
            }
            if (found.size() <= size) {
                return new Page(page, OptionalLong.empty());
            }
        }
    }

    /** When the first look was recorded. */
    public Optional<Instant> begin() {
        return table.begin();
    }

    private boolean shows(RecordedLook look, Period period) {
        return period.holds(look.time()) && !processings.withholds(look.leaf().getMethod());
    }
}
