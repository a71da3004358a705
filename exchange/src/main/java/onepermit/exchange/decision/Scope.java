package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.decision.step.Slots;

/** The names that expressions at one place of a rule set may speak of; grows from top to bottom. */
final class Scope {
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Slots slots = new Slots();
    private Optional<Expressions> compiler = Optional.empty();

    /** @return the slot of its value */
    int declare(Yaml at, String name, CelType type) {
        if (variables.put(name, type) != null) {
            throw at.wrong("'" + name + "' is named twice");
        }
        compiler = Optional.empty();
        return slots.declare(name);
    }

    /** Where the values of the names stand. */
    Slots slots() {
        return slots;
    }

    Optional<Expression> expression(Yaml entry, String key, CelType type) {
        return entry.textIfAny(key).map(source -> compile(entry, key, source, type));
    }

    Expression compile(Yaml entry, String key, String source, CelType type) {
        try {
            return compiler().compile(source, type);
        } catch (IllegalArgumentException e) {
            throw entry.wrong("'" + key + "': " + e.getMessage());
        }
    }

    Optional<Template> template(Yaml entry, String key) {
        return entry.textIfAny(key).map(text -> {
            try {
                return Template.compile(text, compiler());
            } catch (IllegalArgumentException e) {
                throw entry.wrong("'" + key + "': " + e.getMessage());
            }
        });
    }

    /** Made anew only when names were added since. */
    private Expressions compiler() {
        if (compiler.isEmpty()) {
            compiler = Optional.of(new Expressions(variables, slots));
        }
        return compiler.get();
    }
}
