package onepermit.exchange.decision;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.Program;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled expression with the variables it speaks of. */
final class Expression {
    private final String source;
    private final Program program;
    private final Set<String> variables;
    private final Optional<Object> constant;
    private final boolean bareVariable;

    Expression(String source, Program program, Set<String> variables) {
        this.source = source;
        this.program = program;
        this.variables = variables;
        this.constant = variables.isEmpty() ? constant(program) : Optional.empty();
        this.bareVariable = variables.contains(source);
    }

    String source() {
        return source;
    }

    Set<String> variables() {
        return variables;
    }

    /** The value, or nothing when it hangs on a variable that is unknown. A literal or a bare variable needs no engine. */
    Optional<Object> value(Values values) {
        if (constant.isPresent()) {
            return constant;
        }
        Object known = bareVariable ? values.get(source) : null;
        return known != null ? Optional.of(known) : evaluated(values);
    }

    private Optional<Object> evaluated(Values values) {
        try {
            var value = values.allKnown() ? program.eval(values) : program.eval(values.partial());
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
