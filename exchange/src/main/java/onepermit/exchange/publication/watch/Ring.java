package onepermit.exchange.publication.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The latest entries of a topic, for all its watchers; bounded, whoever lags. */
final class Ring {
    private static final int MOST = 8_192;
    private static final long MOST_BYTES = 8 << 20;
    private static final int PIECE = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final List<Long> from;
    private long first;
    private long bytes;

    /** @param from the ring holds everything from these offsets on */
    Ring(List<Long> from) {
        this.from = new ArrayList<>(from);
    }

    void add(List<Entry> arrived) {
        lock.lock();
        try {
            for (Entry entry : arrived) {
                entries.addLast(entry);
                bytes += entry.size();
            }
            while (entries.size() > MOST || bytes > MOST_BYTES) {
                dropOldest();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The number to read from, if the ring holds everything a watcher at this cursor has not seen. */
    Optional<Long> join(Cursor cursor) {
        lock.lock();
        try {
            for (int part = 0; part < from.size(); part++) {
                if (cursor.offsets().get(part) < from.get(part)) {
                    return Optional.empty();
                }
            }
            return Optional.of(first);
        } finally {
            lock.unlock();
        }
    }

    /** The next entries, none if none come in time; empty if the watcher has fallen behind the ring. */
    Optional<List<Entry>> next(long number, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (number == first + entries.size() && left > 0) {
                left = grown.awaitNanos(left);
            }
            if (number < first) {
                return Optional.empty();
            }
            return Optional.of(
                    entries.stream().skip(number - first).limit(PIECE).toList());
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() {
        Entry oldest = entries.removeFirst();
        bytes -= oldest.size();
        from.set(oldest.part(), oldest.offset() + 1);
        first++;
    }
}
