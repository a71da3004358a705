package onepermit.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process by pid and start time, because the system gives a dead process's pid to somebody else. */
public record PidFile(Path file) {
    /** The start time is computed from the clock, which may be set between two looks. */
    private static final Duration CLOCK_PLAY = Duration.ofSeconds(5);

    public void remember(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(file, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process if it still runs and is the one that was remembered; a stale file is nobody. */
    public Optional<ProcessHandle> running() {
        if (!Files.exists(file)) return Optional.empty();
        try {
            String[] words = Files.readString(file).strip().split(" ");
            if (words.length != 2) return Optional.empty();
            Instant started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(Await::isAlive)
                    .filter(process -> startedAt(process, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | java.time.DateTimeException damaged) {
            return Optional.empty();
        }
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant remembered) {
        Instant actual = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(actual, remembered).abs().compareTo(CLOCK_PLAY) <= 0;
    }
}
