package onepermit.education.ranking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Verification;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Service;

/** Records an objection and what it disputes, inside the caller's transaction; one to a fact goes to the owner of the fact from here. */
@Service
public class RaiseObjection {
    private static final String OWN = "education";

    private final Rankings rankings;
    private final Objections objections;
    private final Catalogue catalogue;
    private final ObjectionIds ids;
    private final Clock clock;

    /**
     * Whose fact is disputed; never prints the number.
     *
     * @param claimed what it should say
     */
    public record Whose(CitizenId id, PersonKey key, String claimed) {}

    RaiseObjection(Rankings rankings, Objections objections, Catalogue catalogue, ObjectionIds ids, Clock clock) {
        this.rankings = rankings;
        this.objections = objections;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param dataset whose fact is disputed; empty = the rule is
     * @param whose fact is disputed, and what it should say; nothing when the rule is
     */
    public Objection raise(
            SchoolApplication application, String criterion, String dataset, String statement, Optional<Whose> whose) {
        LocalDate today = LocalDate.now(clock);
        requirePublished(application, today);
        Verification latest = Objects.requireNonNull(application.latest());
        if (!latest.pointsByCriterion().containsKey(criterion)) {
            throw RankingRefusals.criterionUnknown(
                    String.join(", ", new TreeSet<>(latest.pointsByCriterion().keySet())));
        }
        CitizenIds.requireNone("statement", statement);
        Objection objection = new Objection(
                ids.next(),
                application.round(),
                application.number(),
                criterion,
                dataset,
                owner(dataset),
                statement,
                today,
                ObjectionStanding.OPEN,
                latest.decisionId(),
                "",
                Objection.AtOwner.NOT_YET);
        if (objection.owner().isEmpty() || objection.owner().equals(OWN)) {
            objections.add(objection);
        } else {
            Whose fact = whose.orElseThrow(RankingRefusals::personMissing);
            requireInCase(application, fact);
            objections.addUnsent(new UnsentObjection(objection, fact.id().value(), fact.claimed()));
        }
        return objection;
    }

    /** The owner asks no questions about strangers to the case. */
    private static void requireInCase(SchoolApplication application, Whose fact) {
        boolean inCase = application.child().equals(fact.key())
                || application.guardians().stream()
                        .anyMatch(guardian -> guardian.key().equals(fact.key()));
        if (!inCase) {
            throw RankingRefusals.personNotInCase();
        }
    }

    private void requirePublished(SchoolApplication application, LocalDate today) {
        boolean published = rankings.latest(application.round())
                .filter(list -> list.published(today))
                .filter(list ->
                        list.lines().stream().anyMatch(line -> line.number().equals(application.number())))
                .isPresent();
        if (!published || application.latest() == null) {
            throw RankingRefusals.notPublishedNow();
        }
    }

    private String owner(String dataset) {
        return dataset.isEmpty()
                ? ""
                : catalogue.find(dataset).map(Dataset::owner).orElseThrow(RankingRefusals::datasetUnknown);
    }
}
