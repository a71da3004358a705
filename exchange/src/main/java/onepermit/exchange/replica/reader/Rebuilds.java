package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.TopicSeen;
import onepermit.exchange.publication.wire.TopicWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The rebuilds of this process: begun on demand or because a slot has lost its way, gone on with after a restart. */
public final class Rebuilds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration TIDYING = Duration.ofSeconds(10);

    private final Slots slots;
    private final Builder builder;
    private final Function<Slot, TopicWatch> watches;
    private final Retirement retirement;
    private final Purge purge;
    private final CopyFields fields;
    private final ReplicaSettings settings;
    private final Map<Short, Thread> under = new ConcurrentHashMap<>();
    private volatile boolean running;

    Rebuilds(
            Slots slots,
            Function<Slot, TopicWatch> watches,
            Builder builder,
            Retirement retirement,
            Purge purge,
            CopyFields fields,
            ReplicaSettings settings) {
        this.slots = slots;
        this.watches = watches;
        this.builder = builder;
        this.retirement = retirement;
        this.purge = purge;
        this.fields = fields;
        this.settings = settings;
    }

    /** Begins a rebuild, or joins the one under way. */
    public Slot begin(Dataset dataset) {
        Slot shadow = slots.shadow(dataset);
        work(shadow);
        return shadow;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            Thread.ofVirtual().name("replica-tidying").start(this::tidy);
        }
    }

    @Override
    public void stop() {
        running = false;
        Set.copyOf(under.values()).forEach(Rebuilds::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work(Slot shadow) {
        under.computeIfAbsent(
                shadow.number(),
                number -> Thread.ofPlatform().name("rebuild-" + number).daemon().start(() -> rebuild(shadow)));
    }

    private void rebuild(Slot shadow) {
        try (TopicWatch topics = watches.apply(shadow)) {
            Optional<Slot> tied = ofTopic(shadow, topics.now());
            if (tied.isPresent() && !rebuild(tied.get(), topics) && running) {
                ofTopic(tied.get(), topics.now());
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "rebuild.trouble dataset={} slot={} cause={}",
                    shadow.dataset().id(),
                    shadow.number(),
                    e.toString());
        } finally {
            under.remove(shadow.number());
        }
    }

    /** Ties the shadow to the topic there is. One that was begun on another, or for other fields, is given up for a new one; without a topic it waits. */
    private Optional<Slot> ofTopic(Slot shadow, Map<String, TopicSeen> seen) {
        if (!(seen.get(shadow.topic()) instanceof TopicSeen.Present topic)) {
            return Optional.empty();
        }
        Optional<Slot> tied = slots.tieShadow(shadow, topic.id());
        tied.filter(slot -> !stands(slot, topic)).ifPresent(this::beginAnew);
        return tied.filter(slot -> stands(slot, topic));
    }

    private boolean stands(Slot shadow, TopicSeen.Present topic) {
        return shadow.follows(topic.id()) && fields.fits(shadow);
    }

    private void beginAnew(Slot shadow) {
        LOG.info(
                "rebuild.given_up dataset={} slot={} reason=TOPIC_OR_FIELDS_REPLACED",
                shadow.dataset().id(),
                shadow.number());
        slots.drop(shadow);
        begin(shadow.dataset());
    }

    private boolean rebuild(Slot shadow, TopicWatch topics) {
        LOG.info("rebuild.begins dataset={} slot={}", shadow.dataset().id(), shadow.number());
        boolean swapped = builder.rebuild(shadow, topics, () -> running);
        LOG.info("rebuild.ends dataset={} slot={} swapped={}", shadow.dataset().id(), shadow.number(), swapped);
        return swapped;
    }

    /** Takes up what was left, what has failed and what another generation of the topic demands; clears what is retired. */
    private void tidy() {
        while (running) {
            try {
                slots.active().stream()
                        .filter(slot -> slot.generation() != slot.dataset().generation())
                        .forEach(slot -> slots.shadow(slot.dataset()));
                fields.outdated().forEach(slot -> slots.shadow(slot.dataset()));
                purge.run();
                slots.shadows().forEach(this::work);
                retirement.clear(() -> running);
            } catch (RuntimeException e) {
                LOG.warn("rebuild.tidying cause={}", e.toString());
            }
            for (long left = TIDYING.toMillis(); running && left > 0; left -= 100) {
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills a shadow; true once it is swapped in. */
    @FunctionalInterface
    interface Builder {
        boolean rebuild(Slot shadow, TopicWatch topics, BooleanSupplier goOn);
    }
}
