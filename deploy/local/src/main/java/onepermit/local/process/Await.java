package onepermit.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import onepermit.local.Trouble;

/** Waits for processes. */
public final class Await {
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }

    public static void ready(Part part, ProcessHandle process, Duration patience) {
        boolean settled = until(patience, () -> !isAlive(process) || part.isReady());
        if (!isAlive(process))
            throw new Trouble("%s ended while it started: its log %s says why.".formatted(part.name(), part.log()));
        if (!settled)
            throw new Trouble("%s did not become ready in %d s: its log %s says why."
                    .formatted(part.name(), patience.toSeconds(), part.log()));
    }

    /** A process that has ended but whose exit nobody has collected yet is not alive, whatever its pid says. */
    public static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) return false;
        try {
            String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException noProcFolderHere) {
            return process.isAlive();
        }
    }

    /** True if it ended by itself, false if it had to be killed. */
    public static boolean end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (until(patience, () -> !isAlive(process))) return true;
        process.destroyForcibly();
        until(patience, () -> !isAlive(process));
        return false;
    }
}
