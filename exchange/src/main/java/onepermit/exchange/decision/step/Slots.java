package onepermit.exchange.decision.step;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Where in a frame each variable stands. Grows while a rule set is compiled; a slot is never given twice. */
public final class Slots {
    private final Map<String, Integer> byName = new HashMap<>();
    private int count;

    public int declare(String name) {
        return byName.computeIfAbsent(name, n -> count++);
    }

    /** The slot, or -1 for a name nobody declared. */
    public int of(String name) {
        return byName.getOrDefault(name, -1);
    }

    /** The slots of some names, all of them declared. */
    public BitSet all(Collection<String> names) {
        BitSet slots = new BitSet(count);
        names.forEach(name -> slots.set(of(name)));
        return slots;
    }

    public String name(int slot) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue() == slot)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    public void forEach(ObjIntConsumer<String> each) {
        byName.forEach(each::accept);
    }

    /** A slot for the variable of a loop. */
    int local() {
        return count++;
    }

    public int count() {
        return count;
    }
}
