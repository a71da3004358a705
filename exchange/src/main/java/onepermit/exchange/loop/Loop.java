package onepermit.exchange.loop;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * A thread of its own that takes turns until it is told to stop, and after any trouble waits and starts over. It is never interrupted, for
 * that would break a database's or Kafka's client in the middle of its work: whoever takes a long turn asks {@link #goesOn} meanwhile, and
 * waits by {@link #rest}.
 */
public abstract class Loop implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Wake wake;
    private final Duration backoff;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    protected Loop(String name, Duration backoff) {
        this(name, new Wake(), backoff);
    }

    /**
     * @param name of the thread
     * @param wake is called when the loop is to stop
     * @param backoff wait after trouble
     */
    protected Loop(String name, Wake wake, Duration backoff) {
        this.name = name;
        this.wake = wake;
        this.backoff = backoff;
    }

    /** Taken again and again, and after trouble from its beginning. */
    protected abstract void turn() throws InterruptedException;

    /** Tells of a turn that ended in trouble, which the next begins anew. */
    protected abstract void trouble(RuntimeException e);

    /** Whether it was not told to stop. */
    protected final boolean goesOn() {
        return running;
    }

    /** Returns when woken, also to stop, or after the given time. */
    protected final void rest(Duration longest) throws InterruptedException {
        wake.await(longest);
    }

    /** Ends what the turn under way waits for. */
    protected void wake() {
        wake.call();
    }

    private void run() {
        try {
            while (running) {
                if (!tried()) {
                    rest(backoff);
                }
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private boolean tried() throws InterruptedException {
        try {
            turn();
            return true;
        } catch (RuntimeException e) {
            trouble(e);
            return false;
        }
    }

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public final void stop() {
        if (!running) {
            return;
        }
        running = false;
        wake();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
