package onepermit.exchange.decision;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.v1.Outcome;

/**
 * One criterion of a rule set.
 *
 * @param applies whether it is asked at all
 * @param met the condition; none for a criterion that only gives points or a value
 * @param notMet what follows when it is not met: the first whose condition holds; empty = nothing follows
 * @param reviewUnknown an unknown value is for an officer, not for waiting
 * @param ignoreUnknown an unknown value hinders nothing
 */
record Rule(
        String id,
        String nameZh,
        String nameEn,
        String article,
        Optional<Expression> applies,
        Optional<Expression> met,
        Optional<Template> value,
        Optional<Template> required,
        Optional<Expression> points,
        Optional<Integer> maxPoints,
        List<Consequence> notMet,
        Optional<Consequence> reviewUnknown,
        boolean ignoreUnknown,
        boolean unverified) {

    /** What follows from a criterion that is not met. */
    record Consequence(
            Optional<Expression> when,
            Outcome outcome,
            String reason,
            Template textZh,
            Template textEn,
            Optional<Expression> earliest) {}
}
