package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import onepermit.local.process.Part;

/** Signals to the processes of the stack. */
final class Processes {
    private Processes() {}

    static void kill(Part part, String signal) {
        long pid = part.pidFile().running().orElseThrow().pid();
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Beside a stack under load; how fast a start is is measured elsewhere. */
    static void restart(Part part) {
        part.launch();
        Eventually.within(Duration.ofMinutes(5), part.name() + " is ready again", part::isReady);
    }
}
