package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine must offer before anything is started. */
final class Machine {
    private static final long NEEDED_BYTES = 2L << 30;

    private Machine() {}

    static void requireSpace(Path folder) {
        try {
            requireSpace(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireSpace(Path folder, long freeBytes) {
        if (freeBytes >= NEEDED_BYTES) return;
        throw new Trouble(
                "Only %d MiB are free where %s lies and 2048 MiB are needed: free some space, or set ONEPERMIT_HOME to a folder on another disk."
                        .formatted(freeBytes >> 20, folder));
    }
}
