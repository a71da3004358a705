package onepermit.exchange.decision.step;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions given to the language beside its own; steps call the very same code. */
public final class OwnFunctions {
    private final Map<String, CelFunctionBinding> byOverload = new HashMap<>();

    public OwnFunctions(List<CelFunctionBinding> bindings) {
        bindings.forEach(binding -> byOverload.put(binding.getOverloadId(), binding));
    }

    Optional<Step> step(List<String> overloads, Step[] parts) {
        return overloads.size() == 1
                ? Optional.ofNullable(byOverload.get(overloads.get(0)))
                        .map(binding -> new Call.Many(arguments -> called(binding, arguments), parts))
                : Optional.empty();
    }

    private static Object called(CelFunctionBinding binding, Object[] arguments) {
        try {
            return binding.getDefinition().apply(arguments);
        } catch (CelEvaluationException e) {
            throw new NotForSteps(binding.getOverloadId());
        }
    }
}
