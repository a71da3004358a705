package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.decision.step.Frame;
import onepermit.exchange.decision.step.Slots;
import onepermit.exchange.decision.step.Step;

/** The variables of one run as expressions see them: a name is known or unknown, never both. */
final class Values implements CelVariableResolver {
    private final Slots slots;
    private final Frame frame;

    Values(Slots slots) {
        this.slots = slots;
        this.frame = new Frame(slots.count());
    }

    void putAll(Map<String, Object> values) {
        values.forEach(this::known);
    }

    /** A name no expression can speak of is passed over. */
    void known(String name, Object value) {
        int slot = slots.of(name);
        if (slot >= 0) {
            frame.put(slot, value);
        }
    }

    void unknown(String name) {
        known(name, Step.UNKNOWN);
    }

    Frame frame() {
        return frame;
    }

    /** As the CEL runtime wants them: by name, with a pattern for each that is unknown. */
    PartialVars partial() {
        Set<CelAttributePattern> unknown = new HashSet<>();
        slots.forEach((name, slot) -> {
            if (frame.at(slot) == Step.UNKNOWN) {
                unknown.add(Patterns.of(name));
            }
        });
        return PartialVars.of(this, unknown);
    }

    @Override
    public Optional<Object> find(String name) {
        int slot = slots.of(name);
        return slot < 0 ? Optional.empty() : Optional.ofNullable(frame.at(slot)).filter(v -> v != Step.UNKNOWN);
    }
}
