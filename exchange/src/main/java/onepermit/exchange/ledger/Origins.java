package onepermit.exchange.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The origins of a department's leaves, oldest first: one as long as its history is whole. As they were when the process started; a process goes on
 * under the last of them.
 */
public record Origins(List<Origin> all) {

    public Origins {
        all = List.copyOf(all);
    }

    public static Origins whole(String department) {
        return new Origins(List.of(Origin.whole(department)));
    }

    public static Origins stored(String department, JdbcTemplate jdbc) {
        List<Origin> later = jdbc.query(
                "SELECT origin, first_index FROM ledger_origin ORDER BY first_index",
                (row, number) -> new Origin(row.getString(1), row.getLong(2), Long.MAX_VALUE));
        List<Origin> all = new ArrayList<>(List.of(Origin.whole(department)));
        for (Origin next : later) {
            Origin last = all.removeLast();
            all.add(new Origin(last.name(), last.first(), next.first()));
            all.add(next);
        }
        return new Origins(all);
    }

    public Origin current() {
        return all.getLast();
    }

    /** Those that ended. */
    public List<Origin> former() {
        return all.subList(0, all.size() - 1);
    }

    /** The name of the one that would follow. */
    public String next() {
        return all.getFirst().name() + "/" + (all.size() + 1);
    }

    /** Where a stored leaf stands. */
    public Receipt receipt(long stored, byte[] leafHash) {
        Origin of = all.stream()
                .filter(origin -> origin.holds(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no leaf has the stored index " + stored));
        return new Receipt(of.name(), stored - of.first(), leafHash);
    }
}
