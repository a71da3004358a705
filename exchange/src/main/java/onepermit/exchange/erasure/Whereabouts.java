package onepermit.exchange.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.TopicTimes;
import onepermit.exchange.rpc.RequestLog;

/** Looks for a person in every place of the department where anything of one can be. */
public final class Whereabouts {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ErasureTable erasures;
    private final ExchangeRows rows;
    private final TopicScan topics;
    private final List<PersonalRecords> records;
    private final List<Dataset> owned;
    private final Clock clock;

    Whereabouts(
            ErasureTable erasures,
            ExchangeRows rows,
            TopicScan topics,
            OwnRecords own,
            List<Dataset> owned,
            Clock clock) {
        this.erasures = erasures;
        this.rows = rows;
        this.topics = topics;
        this.records = own.records();
        this.owned = owned;
        this.clock = clock;
    }

    public Found of(PersonKey person) {
        Optional<Erasure> erasure = erasures.last(person);
        List<Trace> traces = new ArrayList<>(own(person));
        traces.add(Trace.of("published facts", rows.facts(person)));
        traces.add(Trace.passing("outbox", rows.outbox(person)));
        traces.add(Trace.of("outbox, stopped", rows.stopped(person)));
        rows.copies(person).forEach((place, count) -> traces.add(Trace.of(place, count)));
        traces.add(Trace.of("parked records", rows.parked(person)));
        traces.addAll(salts(person, erasure));
        erasure.flatMap(Erasure::erasedAt).ifPresent(at -> traces.add(requests(at)));
        topics.of(person, owned).forEach(found -> traces.addAll(topic(found, erasure.isPresent())));
        return new Found(erasure.flatMap(Erasure::erasedAt), traces);
    }

    private List<Trace> own(PersonKey person) {
        Map<String, LocalDate> kept = erasures.kept(person);
        return records.stream().map(of -> own(of, person, kept)).toList();
    }

    private static Trace own(PersonalRecords of, PersonKey person, Map<String, LocalDate> kept) {
        String place = "table " + of.table() + ", " + of.column();
        long count = of.count(person);
        return of.datasets().stream()
                .flatMap(dataset -> Stream.ofNullable(kept.get(dataset)))
                .max(LocalDate::compareTo)
                .map(until -> Trace.kept(place, count, endOf(until)))
                .orElseGet(() -> Trace.of(place, count));
    }

    private List<Trace> salts(PersonKey person, Optional<Erasure> erasure) {
        long before = erasure.map(Erasure::nextLeaf).orElse(0L);
        Trace all = Trace.of("ledger, salts", rows.salts(person, 0, before));
        Trace since = Trace.of("ledger, salts of looks since the erasure", rows.salts(person, before, Long.MAX_VALUE));
        return erasure.isEmpty() ? List.of(Trace.of("ledger, salts", since.count())) : List.of(all, since);
    }

    /** Answers of changes are kept for a repeat, under the change's own id and not by person. */
    private Trace requests(Instant erasedAt) {
        Instant gone = erasedAt.plus(RequestLog.KEPT);
        String place = "stored answers of changes before the erasure, of anybody";
        return clock.instant().isBefore(gone) ? Trace.passing(place, rows.answers(gone), gone) : Trace.of(place, 0);
    }

    private static List<Trace> topic(TopicScan.Found found, boolean erased) {
        String facts = "topic " + found.topic();
        String tombstones = facts + ", tombstones";
        return List.of(
                erased
                        ? Trace.passing(facts, found.values(), TopicTimes.replaced(found.newest()))
                        : Trace.of(facts, found.values()),
                Trace.passing(tombstones, found.tombstones(), TopicTimes.tombstone(found.newest())));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    /** What was found, and when the person was erased here. */
    public record Found(Optional<Instant> erasedAt, List<Trace> traces) {

        /** Whether the person was erased here and has not come back: nothing is left but what passes or is kept. */
        public boolean gone() {
            return erasedAt.isPresent() && traces.stream().noneMatch(trace -> trace.state() == Trace.State.PRESENT);
        }
    }
}
