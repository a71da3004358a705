package onepermit.exchange.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about a record of this department; never prints what it says.
 *
 * @param raisedAt on the database's clock: what changed after it changed since
 * @param version raised by every change
 */
public record Correction(
        String id,
        PersonKey person,
        Doubt doubt,
        Raiser raiser,
        Instant raisedAt,
        LocalDate raisedOn,
        Due due,
        Standing standing,
        @Nullable Answer answer,
        long version) {

    /** Where it stands. */
    public enum Standing {
        OPEN,
        MORE_NEEDED,
        CORRECTED,
        NOT_CORRECTED;

        public boolean waits() {
            return this == OPEN || this == MORE_NEEDED;
        }
    }

    /** What the owner says. */
    public record Answer(LocalDate on, Instant at, String reason, String article) {
        @Override
        public String toString() {
            return "Answer[" + on + "]";
        }
    }

    /**
     * The last day for the answer.
     *
     * @param uncertain the working days of that year are not announced yet
     */
    public record Due(LocalDate on, boolean uncertain) {}

    public boolean overdue(LocalDate today) {
        return standing == Standing.OPEN && today.isAfter(due.on());
    }

    Correction answered(Standing as, Answer by) {
        return new Correction(id, person, doubt, raiser, raisedAt, raisedOn, due, as, by, version + 1);
    }

    Correction supplemented(String statement, List<Doubt.Paper> papers, Due anew) {
        Doubt more = doubt.with(
                doubt.statement() + "\n" + statement,
                Stream.concat(doubt.papers().stream(), papers.stream()).toList());
        return new Correction(id, person, more, raiser, raisedAt, raisedOn, anew, Standing.OPEN, answer, version + 1);
    }

    @Override
    public String toString() {
        return "Correction[" + id + " " + doubt.dataset() + " " + standing + "]";
    }
}
