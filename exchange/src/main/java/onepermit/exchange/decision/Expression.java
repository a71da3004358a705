package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A compiled expression with the variables it speaks of. */
record Expression(String source, CelRuntime.Program program, Set<String> variables) {

    /** The value, or nothing when it hangs on a variable that is unknown. */
    Optional<Object> value(Map<String, Object> known, Set<CelAttributePattern> unknown) {
        try {
            var value = unknown.isEmpty()
                    ? program.eval(known)
                    : program.eval(PartialVars.of(name -> Optional.ofNullable(known.get(name)), unknown));
            return value instanceof CelUnknownSet ? Optional.empty() : Optional.of(value);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("rule expression '" + source + "': " + e.getMessage(), e);
        }
    }
}
