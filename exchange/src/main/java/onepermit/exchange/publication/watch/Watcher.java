package onepermit.exchange.publication.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.v1.Heartbeat;
import onepermit.exchange.v1.WatchResponse;

/** One follower of a dataset: from the past to the tail, and back to the past when it cannot keep up. */
final class Watcher {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Dataset dataset;
    private final Past past;
    private final Ring ring;
    private final Watching out;
    private final List<Instant> complete;
    private Cursor cursor;

    Watcher(Dataset dataset, Cursor cursor, Past past, Ring ring, Watching out) {
        this.dataset = dataset;
        this.cursor = cursor;
        this.past = past;
        this.ring = ring;
        this.out = out;
        this.complete = new ArrayList<>(Collections.nCopies(dataset.partitions(), cursor.complete()));
    }

    void follow() throws InterruptedException {
        while (out.wanted()) {
            Optional<Long> number = ring.join(cursor);
            if (number.isPresent()) {
                followTail(number.get());
            } else {
                Past.Piece piece = past.next(dataset, cursor);
                send(piece.entries());
                cursor = cursor.at(piece.positions());
            }
        }
    }

    private void followTail(long from) throws InterruptedException {
        long number = from;
        Optional<List<Entry>> entries = ring.next(number, PATIENCE);
        while (entries.isPresent() && out.wanted()) {
            send(entries.get());
            number += entries.get().size();
            entries = ring.next(number, PATIENCE);
        }
    }

    private void send(List<Entry> entries) throws InterruptedException {
        for (Entry entry : entries) {
            if (!out.wanted()) {
                return;
            }
            if (cursor.before(entry.part(), entry.offset())) {
                cursor = cursor.past(entry.part(), entry.offset());
                send(entry);
            }
        }
    }

    private void send(Entry entry) throws InterruptedException {
        if (entry.fact().isPresent()) {
            out.send(WatchResponse.newBuilder()
                    .setFact(entry.fact().get())
                    .setCursor(cursor.text())
                    .build());
        }
        if (entry.watermark().isPresent()) {
            complete.set(entry.part(), entry.watermark().get());
            heartbeat(Collections.min(complete));
        }
    }

    private void heartbeat(Instant time) throws InterruptedException {
        if (time.isAfter(cursor.complete())) {
            cursor = cursor.complete(time);
            out.send(WatchResponse.newBuilder()
                    .setHeartbeat(Heartbeat.newBuilder().setWatermark(Entry.timestamp(time)))
                    .setCursor(cursor.text())
                    .build());
        }
    }
}
