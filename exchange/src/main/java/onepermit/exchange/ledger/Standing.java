package onepermit.exchange.ledger;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether this ledger goes on from what it has published. Until that was compared nothing is signed; where it does not, nothing is appended. */
public final class Standing {
    private static final State UNKNOWN = new Unknown();

    private final AtomicReference<State> state = new AtomicReference<>(UNKNOWN);

    private sealed interface State {}

    private record Unknown() implements State {}

    private record Sound() implements State {}

    private record Broken(String why) implements State {}

    /** Its stored tree begins with everything that was published. */
    public void sound() {
        state.compareAndSet(UNKNOWN, new Sound());
    }

    /**
     * It is smaller than what was published, or another; stays so as long as the process lives.
     *
     * @param why with sizes and roots
     * @return whether that is news
     */
    public boolean broken(String why) {
        return !(state.getAndUpdate(before -> before instanceof Broken ? before : new Broken(why)) instanceof Broken);
    }

    /** Whether more may be signed. */
    public boolean isSound() {
        return state.get() instanceof Sound;
    }

    /** Why nothing may be appended. */
    public Optional<String> whyBroken() {
        return state.get() instanceof Broken broken ? Optional.of(broken.why()) : Optional.empty();
    }
}
