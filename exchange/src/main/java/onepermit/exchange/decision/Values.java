package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one run as expressions see them: a name is known or unknown, never both. Handed to the engine as it stands, because
 * the engine copies a map given to it at every evaluation.
 */
final class Values implements CelVariableResolver {
    private final Map<String, Object> known;
    private final Set<CelAttributePattern> unknown;

    Values(int size) {
        known = HashMap.newHashMap(size);
        unknown = new HashSet<>();
    }

    void putAll(Map<String, Object> values) {
        known.putAll(values);
    }

    void unknownAll(Set<CelAttributePattern> patterns) {
        unknown.addAll(patterns);
    }

    void known(String name, Object value) {
        known.put(name, value);
        if (!unknown.isEmpty()) {
            unknown.remove(Patterns.of(name));
        }
    }

    void unknown(String name) {
        known.remove(name);
        unknown.add(Patterns.of(name));
    }

    @Nullable
    Object get(String name) {
        return known.get(name);
    }

    boolean allKnown() {
        return unknown.isEmpty();
    }

    PartialVars partial() {
        return PartialVars.of(this, unknown);
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(known.get(name));
    }
}
