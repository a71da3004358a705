package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that their owner alone may read: aside, and moved, so that a crash leaves no half of a secret. */
public final class OwnersFile {
    private OwnersFile() {}

    /** What was there under the name is replaced at once: nobody reads a part of the one and a part of the other. */
    public static void write(Path file, String text) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            Files.writeString(Files.createFile(aside, Home.OWNER_ONLY), text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
