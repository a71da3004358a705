package onepermit.exchange.erasure;

import io.grpc.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * Erases persons, inside the owner's transaction: what no statute keeps leaves the department's tables, every fact is withdrawn from its
 * readers, and nothing links a leaf of the ledger to the person any more.
 */
public final class Erasures {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String ERASED = "onepermit.exchange.Erased.v1";

    private final Facts facts;
    private final ErasureTable erasures;
    private final Retentions retentions;
    private final List<PersonalRecords> records;
    private final Clock clock;

    Erasures(Facts facts, ErasureTable erasures, Retentions retentions, OwnRecords own, Clock clock) {
        this.facts = facts;
        this.erasures = erasures;
        this.retentions = retentions;
        this.records = own.records();
        this.clock = clock;
    }

    /** Writes down that somebody asks for it; it says nothing of whether the person is known. */
    public void ask(String id, Erasure.Asked asked) {
        erasures.ask(id, asked);
    }

    /** @param by subject of who confirms, who must not be the one who asked */
    public Done confirm(String id, String by) {
        Erasure erasure = known(erasures.held(id));
        if (erasure.askedBy().equals(by)) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED,
                    "FOUR_EYES",
                    "",
                    "another administrator than who asked confirms it"));
        }
        if (erasure.erasedAt().isPresent()) {
            throw new RefusalException(
                    Refusal.failedPrecondition("ERASURE_DONE", "erasure_id", "this erasure was confirmed before"));
        }
        PersonKey person = erasure.person();
        lock(person);
        Map<String, LocalDate> kept = kept(person);
        records.stream().filter(of -> isFree(of, kept.keySet())).forEach(of -> of.erase(person));
        facts.erase(person, ERASED);
        erasures.destroySalts(person);
        return new Done(person, erasures.done(id, by, kept), kept);
    }

    /** Whose erasure it is. */
    public PersonKey person(String id) {
        return known(erasures.of(id)).person();
    }

    private static Erasure known(Optional<Erasure> erasure) {
        return erasure.orElseThrow(() -> new RefusalException(
                Refusal.notFound("ERASURE_UNKNOWN", "erasure_id", "expected the id that RequestErasure has answered")));
    }

    /** Persons of whom a statute's time is over. */
    List<PersonKey> due() {
        return erasures.due(today());
    }

    /** Erases what was kept of a person until yesterday. Who came back has records under a new reason, and keeps them all. */
    void eraseKept(PersonKey person) {
        lock(person);
        Set<String> due = erasures.keepNoLonger(person, today());
        Set<String> keeping = erasures.kept(person).keySet();
        if (erasures.lastChanges(person).isEmpty()) {
            records.stream()
                    .filter(of -> of.datasets().stream().anyMatch(due::contains))
                    .filter(of -> isFree(of, keeping))
                    .forEach(of -> of.erase(person));
        }
    }

    private static boolean isFree(PersonalRecords of, Set<String> keeping) {
        return of.datasets().stream().noneMatch(keeping::contains);
    }

    private void lock(PersonKey person) {
        Set<PersonKey> persons = new HashSet<>(Set.of(person));
        records.forEach(of -> persons.addAll(of.changedWith(person)));
        facts.lockPersons(persons);
    }

    /** The day until which each dataset is kept, of those that a statute keeps beyond today; of earlier erasures too. */
    private Map<String, LocalDate> kept(PersonKey person) {
        Map<String, LocalDate> kept = new HashMap<>(erasures.kept(person));
        erasures.lastChanges(person).forEach((dataset, changed) -> keep(kept, dataset, day(changed)));
        if (records.stream()
                .filter(of -> of.datasets().contains(Retentions.DECISION))
                .anyMatch(of -> of.count(person) > 0)) {
            keep(kept, Retentions.DECISION, today());
        }
        kept.values().removeIf(today()::isAfter);
        return kept;
    }

    private void keep(Map<String, LocalDate> kept, String id, LocalDate changed) {
        retentions
                .of(id)
                .ifPresent(retention -> kept.merge(id, retention.until(changed), (a, b) -> a.isAfter(b) ? a : b));
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, SHANGHAI);
    }

    /**
     * What was done.
     *
     * @param kept by dataset, the last day on which it is kept
     */
    public record Done(PersonKey person, Instant erasedAt, Map<String, LocalDate> kept) {}
}
