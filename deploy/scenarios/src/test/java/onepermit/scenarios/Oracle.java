package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What callers were told, kept outside all systems under test and forced to disk before the next call. */
final class Oracle implements AutoCloseable {
    private final FileChannel file;
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

    Oracle(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A caller was told that this is stored. */
    synchronized void acknowledged(String person, String what) {
        try {
            file.write(ByteBuffer.wrap((person + " " + what + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acknowledged.computeIfAbsent(person, p -> ConcurrentHashMap.newKeySet()).add(what);
    }

    Map<String, Set<String>> all() {
        return acknowledged;
    }

    int size() {
        return acknowledged.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
