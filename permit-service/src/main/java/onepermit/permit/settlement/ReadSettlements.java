package onepermit.permit.settlement;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.settlement.SettlementIntake.CutOff;
import org.springframework.stereotype.Component;

/** Reads intakes, filings and the published list. */
@Component
public class ReadSettlements {
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;

    ReadSettlements(SettlementIntakes intakes, SettlementFilings filings) {
        this.intakes = intakes;
        this.filings = filings;
    }

    /**
     * An intake and what its ranking says.
     *
     * @param ranked filings
     * @param pointsAtQuota score of the filing with which the quota is full; empty when it is not
     * @param tied filings with just that score
     * @param above filings with more
     */
    public record Intake(SettlementIntake intake, int ranked, OptionalInt pointsAtQuota, int tied, int above) {}

    /**
     * Where a filing stands.
     *
     * @param rank 0 = not ranked
     * @param settles it reaches the score that was fixed
     */
    public record Place(int rank, boolean settles) {}

    /** A line of the published list. */
    public record Line(int rank, String number, int points, int tied, boolean settles) {}

    /** The published list. */
    public record PublishedList(List<Line> lines, int pointScale, int cutOff) {}

    public SettlementIntake intake(DivisionCode city, int year) {
        return intakes.find(city, year).orElseThrow(ReadSettlements::unknown);
    }

    public Intake standing(SettlementIntake intake) {
        SettlementRanking ranking = SettlementRanking.of(
                intake.ranked().isEmpty() ? List.of() : filings.ofIntake(intake.city(), intake.year()));
        OptionalInt points = ranking.pointsAtQuota(intake.quota());
        return new Intake(
                intake,
                ranking.lines().size(),
                points,
                points.isPresent() ? ranking.at(points.getAsInt()) : 0,
                points.isPresent() ? ranking.above(points.getAsInt()) : 0);
    }

    public List<PersonKey> persons(DivisionCode city, int year) {
        return filings.ofIntake(city, year).stream()
                .map(SettlementFiling::person)
                .toList();
    }

    /** By number alone. */
    public PublishedList published(DivisionCode city, int year) {
        SettlementIntake intake = intake(city, year);
        CutOff cutOff = intake.cutOff()
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "LIST_NOT_PUBLISHED", "year", "the list is published when the score is fixed")));
        List<Line> lines = SettlementRanking.of(filings.ofIntake(city, year)).lines().stream()
                .map(line -> line(line, cutOff))
                .toList();
        return new PublishedList(
                lines, intake.ranked().map(SettlementIntake.Ranked::pointScale).orElse(0), cutOff.points());
    }

    private static Line line(SettlementRanking.Line line, CutOff cutOff) {
        SettlementFiling filing = line.filing();
        return new Line(
                filing.rank(), filing.number(), filing.points(), line.tied(), filing.points() >= cutOff.points());
    }

    /** Where a filing stands in the ranking as it is now. */
    public Place place(SettlementFiling filing) {
        SettlementIntake intake = intake(filing.city(), filing.year());
        boolean ranked = filing.inRanking() && intake.ranked().isPresent();
        return new Place(
                ranked ? filing.rank() : 0,
                ranked
                        && intake.cutOff()
                                .filter(cutOff -> filing.points() >= cutOff.points())
                                .isPresent());
    }

    /** @param own whether a division is one of the caller's; what lies elsewhere looks like none */
    public SettlementFiling latest(PersonKey person, Predicate<DivisionCode> own) {
        return filings.latest(person)
                .filter(filing -> own.test(filing.division()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "FILING_NOT_FOUND", "citizen_id", "no filing of this person in the caller's division")));
    }

    /** A filing of this person in a division of the caller's; any other looks like none. */
    public SettlementFiling filing(String number, PersonKey person, Predicate<DivisionCode> own) {
        return filings.find(number)
                .filter(filing -> filing.person().equals(person) && own.test(filing.division()))
                .orElseThrow(SettlementRefusals::noFiling);
    }

    private static RefusalException unknown() {
        return new RefusalException(Refusal.notFound(
                "INTAKE_UNKNOWN", "year", "no intake of that year in this city; expected one that was opened"));
    }
}
