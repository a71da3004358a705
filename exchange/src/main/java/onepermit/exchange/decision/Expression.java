package onepermit.exchange.decision;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.Program;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.decision.step.Step;
import org.jspecify.annotations.Nullable;

/** A compiled expression with the variables it speaks of. */
final class Expression {
    private final String source;
    private final Program program;
    private final Optional<Step> step;
    private final Set<String> variables;
    private final Optional<Object> constant;

    /** @param step the same in steps, when they know all its parts */
    Expression(String source, Program program, Optional<Step> step, Set<String> variables) {
        this.source = source;
        this.program = program;
        this.step = step;
        this.variables = variables;
        this.constant = variables.isEmpty() ? constant(program) : Optional.empty();
    }

    String source() {
        return source;
    }

    Set<String> variables() {
        return variables;
    }

    Optional<Step> step() {
        return step;
    }

    /** The value, or nothing when it hangs on a variable that is unknown. */
    Optional<Object> value(Values values) {
        if (constant.isPresent()) {
            return constant;
        }
        return step.isPresent() ? stepped(step.get(), values) : evaluated(values);
    }

    /** Where steps end, the CEL runtime begins anew: it has the value, or the words for the error. */
    private Optional<Object> stepped(Step first, Values values) {
        try {
            Object value = values.frame().value(first);
            return value == Step.UNKNOWN ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException e) {
            return evaluated(values);
        }
    }

    Optional<Object> evaluated(Values values) {
        try {
            var value = program.eval(values.partial());
            return value instanceof CelUnknownSet ? Optional.empty() : Optional.of(value);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("rule expression '" + source + "': " + e.getMessage(), e);
        }
    }

    /** What always fails says so when it is asked. */
    private static Optional<Object> constant(Program program) {
        try {
            @Nullable Object value = program.eval();
            return Optional.ofNullable(value);
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }
}
