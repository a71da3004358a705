package onepermit.exchange.publication.watch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a watcher stands; opaque to it.
 *
 * @param generation of the topic
 * @param complete everything the owner committed before it has been sent; {@link Instant#EPOCH} before the first watermark
 * @param offsets next offset of each partition
 */
public record Cursor(int generation, Instant complete, List<Long> offsets) {

    public static Cursor beginning(int generation, int partitions) {
        return new Cursor(generation, Instant.EPOCH, Collections.nCopies(partitions, 0L));
    }

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 8 * offsets.size());
        bytes.putInt(generation).putLong(complete.toEpochMilli());
        offsets.forEach(bytes::putLong);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty if this is no cursor of ours. */
    public static Optional<Cursor> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            int generation = bytes.getInt();
            Instant complete = Instant.ofEpochMilli(bytes.getLong());
            List<Long> offsets = new ArrayList<>();
            while (bytes.hasRemaining()) {
                offsets.add(bytes.getLong());
            }
            return Optional.of(new Cursor(generation, complete, List.copyOf(offsets)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    boolean before(int part, long offset) {
        return offsets.get(part) <= offset;
    }

    Cursor past(int part, long offset) {
        List<Long> moved = new ArrayList<>(offsets);
        moved.set(part, offset + 1);
        return new Cursor(generation, complete, moved);
    }

    Cursor complete(Instant time) {
        return new Cursor(generation, time, offsets);
    }

    Cursor at(List<Long> positions) {
        return new Cursor(generation, complete, positions);
    }
}
