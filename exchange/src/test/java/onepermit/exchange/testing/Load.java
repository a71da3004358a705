package onepermit.exchange.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Publishes all the time, some persons in each transaction and every change with a content of its own, and tells a history how each
 * transaction ended. Whoever loses the database on the way does not know.
 */
public final class Load implements AutoCloseable {
    private final Owner owner;
    private final History history;
    private final List<PersonKey> persons;
    private final AtomicLong committed = new AtomicLong();
    private final List<Thread> writers;
    private volatile boolean running = true;

    private Load(Owner owner, History history, List<PersonKey> persons, int writers) {
        this.owner = owner;
        this.history = history;
        this.persons = persons;
        this.writers = IntStream.range(0, writers)
                .mapToObj(writer -> Thread.ofVirtual().unstarted(() -> write(writer)))
                .toList();
    }

    public static Load on(Owner owner, History history, List<PersonKey> persons) {
        Load load = new Load(owner, history, persons, 4);
        load.writers.forEach(Thread::start);
        return load;
    }

    /** Waits until so many more transactions have been committed than by now. */
    public void awaitFurther(int transactions) {
        long goal = committed.get() + transactions;
        Await.until(transactions + " further transactions", () -> committed.get() >= goal);
    }

    @Override
    public void close() {
        running = false;
        Await.until("the writers have ended", () -> writers.stream().noneMatch(Thread::isAlive));
    }

    private void write(int writer) {
        Random random = new Random(writer);
        for (int n = 0; running; n++) {
            String name = writer + "-" + n + "-";
            List<PersonKey> some = some(random);
            List<FactChange> changes = some.stream()
                    .map(person -> Owner.hukou(person, name + person.hex()))
                    .toList();
            history.attempted(
                    published(changes),
                    some.stream()
                            .map(person -> new History.Change(person.hex(), name + person.hex()))
                            .toList());
        }
    }

    private History.Outcome published(List<FactChange> changes) {
        try {
            owner.publish(changes);
            committed.incrementAndGet();
            return History.Outcome.COMMITTED;
        } catch (DataAccessException | TransactionException e) {
            return History.Outcome.UNKNOWN;
        }
    }

    private List<PersonKey> some(Random random) {
        Set<PersonKey> some = new HashSet<>();
        while (some.size() < 3) {
            some.add(persons.get(random.nextInt(persons.size())));
        }
        return new ArrayList<>(some);
    }
}
