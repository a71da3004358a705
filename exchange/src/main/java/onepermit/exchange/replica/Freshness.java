package onepermit.exchange.replica;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;

/** Tells how old a reader's knowledge is, by the owner's watermark and by this process's own monotonic clock, whichever is worse. */
final class Freshness {
    /** An owner's clock this far ahead of ours proves nothing about completeness. */
    private static final Duration AHEAD = Duration.ofSeconds(2);

    /** An owner not heard of for longer may have revoked anything. */
    private static final Duration AGREEMENTS_HOLD_FOR = Duration.ofSeconds(60);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Department department;
    private final Clock clock;
    private final LongSupplier monotonic;
    private final RoadKeys keys;

    Freshness(Department department, Clock clock, LongSupplier monotonic, RoadKeys keys) {
        this.department = department;
        this.clock = clock;
        this.monotonic = monotonic;
        this.keys = keys;
    }

    Of of(View view, Dataset dataset, PersonKey person) {
        if (own(dataset)) {
            return new Of(Origin.OWN, false, clock.instant(), Duration.ZERO);
        }
        if (!dataset.readBy(department.id())) {
            throw new IllegalArgumentException(department.id() + " does not read " + dataset.id()
                    + "; the catalogue names the readers of a dataset");
        }
        PersonKey onTheRoad = keys.of(view.personKey(dataset.id()), person);
        View.Mark mark = view.mark(dataset.id(), onTheRoad.partition(dataset.partitions()));
        if (mark == null || !view.usableAt(monotonic.getAsLong())) {
            return new Of(Origin.REPLICA, view.parked(dataset.id(), onTheRoad), Instant.EPOCH, NEVER);
        }
        boolean held = view.parked(dataset.id(), onTheRoad) || mark.stopped().contains(onTheRoad);
        return new Of(Origin.REPLICA, held, mark.watermark(), age(mark));
    }

    boolean own(Dataset dataset) {
        return dataset.owner().equals(department.id());
    }

    /** Whether what is known here of the owner's agreements is complete up to a minute ago. */
    boolean hearsAgreementsOf(View view, String owner) {
        View.Mark mark = view.mark(Dataset.controlOf(owner), 0);
        return mark != null && view.usableAt(monotonic.getAsLong()) && age(mark).compareTo(AGREEMENTS_HOLD_FOR) <= 0;
    }

    Duration age(View.Mark mark) {
        Duration byClock = Duration.between(mark.watermark(), clock.instant());
        if (byClock.compareTo(AHEAD.negated()) < 0) {
            return NEVER;
        }
        Duration sinceSeen = Duration.ofNanos(monotonic.getAsLong() - mark.firstSeen());
        return byClock.compareTo(sinceSeen) > 0 ? byClock : sinceSeen;
    }

    /** How a finding was obtained and how old it is. */
    record Of(Origin origin, boolean parked, Instant asOf, Duration age) {}
}
