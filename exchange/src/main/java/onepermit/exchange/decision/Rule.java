package onepermit.exchange.decision;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onepermit.exchange.v1.Outcome;

/**
 * One criterion of a rule set.
 *
 * @param applies whether it is asked at all
 * @param met the condition; none for a criterion that only gives points or a value
 * @param notMet what follows when it is not met: the first whose condition holds; empty = nothing follows
 * @param reviewUnknown an unknown value is for an officer, not for waiting
 * @param ignoreUnknown an unknown value hinders nothing
 * @param maxAge how old its evidence may be; none = as the catalogue says
 * @param row of a decision table: of its rows only the first that is met counts
 * @param variables that status, points and value speak of
 * @param behind their slots
 * @param pointsAt slot in which later criteria find its points
 * @param line what every decision says of it, whatever the case
 */
record Rule(
        String id,
        String article,
        Optional<Expression> applies,
        Optional<Expression> met,
        Optional<Phrase> value,
        Optional<Phrase> required,
        Optional<Expression> points,
        List<Consequence> notMet,
        Optional<Consequence> reviewUnknown,
        boolean ignoreUnknown,
        boolean unverified,
        Optional<Duration> maxAge,
        Optional<Row> row,
        Set<String> variables,
        BitSet behind,
        int pointsAt,
        Line line) {

    /**
     * One row of a decision table.
     *
     * @param gives what the table says when this row is the first that is met
     * @param met slot of the id of the row that is met
     * @param said slot of what that row gives
     */
    record Row(String table, Optional<Expression> gives, int met, int said) {}

    /**
     * What follows from a criterion that is not met.
     *
     * @param behind slots of what condition and date speak of
     */
    record Consequence(
            Optional<Expression> when,
            Outcome outcome,
            String reason,
            Template textZh,
            Template textEn,
            Optional<Expression> earliest,
            BitSet behind) {

        Set<String> variables() {
            return variablesOf(when, earliest);
        }
    }

    @SafeVarargs
    static Set<String> variablesOf(Optional<Expression>... expressions) {
        var variables = new TreeSet<String>();
        Stream.of(expressions).flatMap(Optional::stream).forEach(e -> variables.addAll(e.variables()));
        return variables;
    }
}
