package onepermit.exchange.replica.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Applies what was parked, after its cause has been mended: in order, until one still cannot be applied. */
public final class Replay {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Slots slots;
    private final Parking parking;
    private final Replica replica;
    private final Reading reading;

    Replay(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Slots slots,
            Parking parking,
            Replica replica,
            Reading reading) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.slots = slots;
        this.parking = parking;
        this.replica = replica;
        this.reading = reading;
    }

    /** Runs in the caller's transaction if there is one. */
    public Outcome person(Dataset dataset, PersonKey person) {
        Outcome outcome = transaction.execute(status ->
                slots.active(dataset.id()).map(slot -> apply(slot, person)).orElse(new Outcome(0, 0)));
        return outcome == null ? new Outcome(0, 0) : outcome;
    }

    /** Drops the records whose person could not be read, after somebody has looked at them. */
    public int dismiss(Dataset dataset) {
        return slots.active(dataset.id())
                .map(slot -> parking.dismissWithoutPerson(slot.number()))
                .orElse(0);
    }

    private Outcome apply(Slot slot, PersonKey person) {
        holdPartition(slot, person.partition(slot.dataset().partitions()));
        List<Parking.Waiting> waiting = parking.waiting(slot.number(), person);
        List<Parking.Waiting> applied = new ArrayList<>();
        Folded facts = new Folded();
        for (Parking.Waiting next : waiting) {
            Optional<Arrival.Fact> fact = fact(slot.dataset(), next.record());
            if (fact.isEmpty()) {
                break;
            }
            facts.add(slot.number(), fact.get());
            applied.add(next);
        }
        replica.write(facts.sorted());
        parking.release(applied);
        return new Outcome(applied.size(), waiting.size() - applied.size());
    }

    /** The reader moves this row first in each of its transactions, so it is now before us or waits. */
    private void holdPartition(Slot slot, int part) {
        jdbc.sql("SELECT 1 FROM replica_offset WHERE slot = ? AND part = ? FOR UPDATE")
                .params(slot.number(), part)
                .query(Integer.class)
                .list();
    }

    private Optional<Arrival.Fact> fact(Dataset dataset, RawRecord record) {
        return reading.read(dataset, record) instanceof Arrival.Fact fact ? Optional.of(fact) : Optional.empty();
    }

    /** How many records were applied, and how many are still parked. */
    public record Outcome(long applied, long stillParked) {}
}
