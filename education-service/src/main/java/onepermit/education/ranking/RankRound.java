package onepermit.education.ranking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Verification;
import onepermit.education.round.AdmissionRound;
import onepermit.exchange.identity.WorkingDays;
import org.springframework.stereotype.Service;

/** Ranks a locked round and publishes the list, inside the caller's transaction. */
@Service
public class RankRound {
    private static final String UNVERIFIED_PROCEDURE = "UNVERIFIED_PROCEDURE";

    private final Applications applications;
    private final Rankings rankings;
    private final Allocated seats;
    private final WorkingDays days;
    private final Clock clock;

    RankRound(Applications applications, Rankings rankings, Allocated seats, WorkingDays days, Clock clock) {
        this.applications = applications;
        this.rankings = rankings;
        this.seats = seats;
        this.days = days;
        this.clock = clock;
    }

    /** Refused when the list published last says the same. */
    public RankingList rank(AdmissionRound locked) {
        return rankIfChanged(locked).orElseThrow(RankingRefusals::unchanged);
    }

    /** Nothing when the list published last says the same. */
    public Optional<RankingList> rankIfChanged(AdmissionRound locked) {
        LocalDate today = LocalDate.now(clock);
        if (!locked.filing().over(today)) {
            throw RankingRefusals.filingOpen(locked.filing().closes());
        }
        if (seats.allocated(locked.id())) {
            throw RankingRefusals.allocated();
        }
        List<SchoolApplication> all = applications.ofRound(locked.id());
        requireSettled(all);
        List<SchoolApplication> ranked = all.stream().filter(Entrant::takesPart).toList();
        List<RankedLine> lines = lines(locked, ranked);
        Optional<RankingList> last = rankings.latest(locked.id());
        if (last.isPresent() && last.get().lines().equals(lines)) {
            return Optional.empty();
        }
        RankingList list = new RankingList(
                locked.id(),
                last.map(RankingList::generation).orElse(0) + 1,
                today,
                days.afterCalendarDays(today, locked.procedure().publicationDays()),
                pointScale(ranked),
                labels(locked, ranked),
                lines);
        rankings.add(list);
        return Optional.of(list);
    }

    /** The order of today, which the list published last may not have yet. */
    public static List<RankedLine> lines(AdmissionRound round, List<SchoolApplication> ranked) {
        return Ranking.of(
                ranked.stream().map(Entrant::of).toList(), round.procedure().tieBreak(), round.seed());
    }

    private static void requireSettled(List<SchoolApplication> all) {
        List<SchoolApplication> open = all.stream()
                .filter(application -> application.standing().unsettled())
                .toList();
        if (!open.isEmpty()) {
            throw RankingRefusals.unsettled(open);
        }
    }

    /** One round has one table. */
    private static int pointScale(List<SchoolApplication> ranked) {
        return ranked.stream()
                .mapToInt(application ->
                        Objects.requireNonNull(application.latest()).pointScale())
                .max()
                .orElse(0);
    }

    public static List<String> labels(AdmissionRound round, List<SchoolApplication> ranked) {
        Set<String> labels = new TreeSet<>();
        for (SchoolApplication application : ranked) {
            Verification latest = Objects.requireNonNull(application.latest());
            labels.addAll(latest.labels());
        }
        if (!round.procedure().unverified().isEmpty()) {
            labels.add(UNVERIFIED_PROCEDURE);
        }
        return List.copyOf(labels);
    }
}
