package onepermit.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import onepermit.local.process.Await;
import onepermit.local.process.Part;

/** All processes in waves: a wave starts when the one before it is ready, and stops after the one behind it has ended. */
public final class Stack {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration FOREVER = Duration.ofDays(10_000);
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final List<List<? extends Part>> waves;
    private final Progress progress;
    /** Launches share it, the wish to stop has it alone: nothing starts behind the back of a stop. */
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    private volatile boolean stopping;

    public Stack(List<? extends List<? extends Part>> waves, Progress progress) {
        this.waves = List.copyOf(waves);
        this.progress = progress;
    }

    public void start() {
        for (List<? extends Part> wave : waves) {
            together(wave, this::prepare);
            together(wave, this::start);
        }
    }

    /** Also ends what a former run left behind, for all it needs is the pid files. */
    public void stop() {
        starting.writeLock().lock();
        stopping = true;
        starting.writeLock().unlock();
        for (List<? extends Part> wave : waves.reversed()) together(wave, this::stop);
    }

    public List<Part> running() {
        return parts().stream()
                .filter(part -> part.pidFile().running().isPresent())
                .toList();
    }

    public List<Part> parts() {
        return waves.stream().<Part>flatMap(List::stream).toList();
    }

    /** Returns the part whose process ended, or nothing once the stack itself is being stopped. */
    public Optional<Part> untilOneEnds() {
        var ended = new ArrayList<Part>();
        Await.until(FOREVER, () -> {
            parts().stream().filter(part -> part.pidFile().running().isEmpty()).forEach(ended::add);
            return !ended.isEmpty();
        });
        return stopping ? Optional.empty() : Optional.of(ended.getFirst());
    }

    private void prepare(Part part) {
        String work = part.unprepared();
        if (work.isEmpty()) return;
        progress.say(work);
        part.prepare();
    }

    private void start(Part part) {
        progress.say("Starting " + part.name());
        long begun = System.nanoTime();
        ProcessHandle process = launch(part);
        Await.ready(part, process, PATIENCE);
        progress.say("%s is ready after %.1f s".formatted(part.name(), (System.nanoTime() - begun) / 1e9));
    }

    private ProcessHandle launch(Part part) {
        starting.readLock().lock();
        try {
            if (stopping) throw new Trouble("Stopped before all was started.");
            return part.launch();
        } finally {
            starting.readLock().unlock();
        }
    }

    private void stop(Part part) {
        if (part.pidFile().running().isPresent()) progress.say("Stopping " + part.name());
        part.stop();
    }

    private static void together(List<? extends Part> wave, Consumer<Part> deed) {
        try (var threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, wave.size()))) {
            List<? extends Future<?>> deeds = wave.stream()
                    .map(part -> threads.submit(() -> deed.accept(part)))
                    .toList();
            for (Future<?> each : deeds) each.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
