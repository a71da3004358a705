package onepermit.exchange.decision.step;

import org.jspecify.annotations.Nullable;

/** The values of one run: each variable has its slot, found when the expressions were compiled. For one thread. */
public final class Frame {
    /** As many as the CEL runtime allows in one expression; it says what follows. */
    private static final int ROUNDS = 10_000;

    private final @Nullable Object[] slots;
    private int rounds;

    public Frame(int slots) {
        this.slots = new @Nullable Object[slots];
    }

    /** A value, {@link Step#UNKNOWN}, or null when nothing was said of the variable. */
    public @Nullable Object at(int slot) {
        return slots[slot];
    }

    public void put(int slot, Object value) {
        slots[slot] = value;
    }

    /** Evaluates one expression. */
    public Object value(Step step) {
        rounds = 0;
        return step.run(this);
    }

    void round() {
        if (++rounds >= ROUNDS) {
            throw new NotForSteps("a loop of so many rounds");
        }
    }
}
