package onepermit.social.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Reads filings and scores, as far as the caller may see them. */
@Component
public class ReadPoints {
    private static final DivisionCode COUNTRY = new DivisionCode("000000");

    private final Filings filings;
    private final FixedScores scores;
    private final Clock clock;

    ReadPoints(Filings filings, FixedScores scores, Clock clock) {
        this.filings = filings;
        this.scores = scores;
        this.clock = clock;
    }

    /** What there is of a person; at least one of both. */
    public record Points(Optional<FixedScore> score, Optional<Filing> filing) {}

    /**
     * Open filings.
     *
     * @param next id of the last of them; empty = there are no more
     */
    public record Page(List<Filing> filings, String next, int overdue) {}

    /** @param own whether a division is one of the caller's; what lies elsewhere looks like none */
    public Points of(PersonKey person, Predicate<DivisionCode> own) {
        Points points = new Points(
                scores.of(person).filter(score -> own.test(score.division())),
                filings.latest(person).filter(filing -> own.test(filing.division())));
        if (points.score().isEmpty() && points.filing().isEmpty()) {
            throw new RefusalException(Refusal.notFound(
                    "POINTS_NOT_FOUND", "citizen_id", "no points and no filing in the caller's division"));
        }
        return points;
    }

    /** A filing of this person in a division of the caller's; any other looks like none. */
    public Filing filing(String id, PersonKey person, Predicate<DivisionCode> own) {
        return filings.find(id)
                .filter(filing -> filing.person().equals(person) && own.test(filing.division()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "FILING_NOT_FOUND",
                        "filing_id",
                        "no filing of that id for this person in the caller's division")));
    }

    /** Filings everywhere whose score is overdue. */
    int overdue() {
        return filings.overdue(COUNTRY, LocalDate.now(clock));
    }

    public Page open(DivisionCode division, boolean overdueOnly, String after, int size) {
        LocalDate today = LocalDate.now(clock);
        List<Filing> found =
                filings.open(division, overdueOnly ? Optional.of(today) : Optional.empty(), after, size + 1);
        List<Filing> page = found.stream().limit(size).toList();
        return new Page(page, found.size() > size ? page.getLast().id() : "", filings.overdue(division, today));
    }
}
