package onepermit.exchange.replica.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/** What one poll brought, read but not yet applied. */
final class Batch {
    private final List<Part> parts = new ArrayList<>();

    void add(Claim claim, List<RawRecord> records, long nextOffset, Reading reading) {
        parts.add(new Part(
                claim,
                nextOffset,
                records.stream()
                        .map(record ->
                                new Read(record, reading.read(claim.slot().dataset(), record)))
                        .toList()));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean bringsAgreements() {
        return parts.stream()
                .filter(part -> part.claim().slot().dataset().control())
                .flatMap(part -> part.records().stream())
                .anyMatch(read -> read.arrival() instanceof Arrival.Fact);
    }

    List<Offsets.Advance> advances() {
        return parts.stream().map(Part::advance).toList();
    }

    /** Divides the records into those to apply and those to park, given who is parked already. */
    Sorted sorted(Set<Parking.Person> parkedBefore) {
        Sorted sorted = new Sorted(new HashSet<>(parkedBefore));
        parts.forEach(
                part -> part.records().forEach(read -> sorted.add(part.claim().slot(), read)));
        return sorted;
    }

    private record Part(Claim claim, long nextOffset, List<Read> records) {
        Offsets.Advance advance() {
            return new Offsets.Advance(claim, nextOffset, records.size(), horizon());
        }

        private Offsets.@Nullable Horizon horizon() {
            Offsets.Horizon last = null;
            for (Read read : records) {
                last = read.arrival() instanceof Arrival.Complete complete && isAbout(complete)
                        ? complete.horizon()
                        : last;
            }
            return last;
        }

        /** A word about another topic of the same name proves nothing about what was read from this one. */
        private boolean isAbout(Arrival.Complete complete) {
            return claim.slot().follows(complete.horizon().topicId());
        }
    }

    private record Read(RawRecord record, Arrival arrival) {}

    /** To apply, and to park. */
    static final class Sorted {
        private final Set<Parking.Person> parkedPersons;
        private final Folded facts = new Folded();
        private final List<Arrived> arrived = new ArrayList<>();
        private final List<Parking.Parked> parked = new ArrayList<>();

        private Sorted(Set<Parking.Person> parkedPersons) {
            this.parkedPersons = parkedPersons;
        }

        Folded facts() {
            return facts;
        }

        List<Arrived> arrived() {
            return arrived;
        }

        List<Parking.Parked> parked() {
            return parked;
        }

        private void add(Slot slot, Read read) {
            switch (read.arrival()) {
                case Arrival.Complete complete -> {}
                case Arrival.Unusable unusable -> park(slot, read.record(), unusable.person(), unusable.reason());
                case Arrival.Fact fact -> add(slot, read.record(), fact);
            }
        }

        private void add(Slot slot, RawRecord record, Arrival.Fact fact) {
            if (parkedPersons.contains(new Parking.Person(slot.number(), fact.person()))) {
                park(slot, record, Optional.of(fact.person()), Arrival.Reason.PERSON_PARKED);
            } else {
                facts.add(slot.number(), fact);
                arrived.add(new Arrived(slot, fact));
            }
        }

        private void park(Slot slot, RawRecord record, Optional<PersonKey> person, Arrival.Reason reason) {
            person.ifPresent(key -> parkedPersons.add(new Parking.Person(slot.number(), key)));
            parked.add(new Parking.Parked(slot.number(), person, reason, record));
        }
    }

    /** A fact that was applied, for the figures. */
    record Arrived(Slot slot, Arrival.Fact fact) {}
}
