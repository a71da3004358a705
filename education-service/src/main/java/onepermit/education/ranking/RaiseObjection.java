package onepermit.education.ranking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeSet;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.SettleApplication;
import onepermit.education.application.Verification;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import org.springframework.stereotype.Service;

/** Records an objection and what it disputes, inside the caller's transaction. */
@Service
public class RaiseObjection {
    private final Rankings rankings;
    private final Objections objections;
    private final Catalogue catalogue;
    private final ObjectionIds ids;
    private final Clock clock;

    RaiseObjection(Rankings rankings, Objections objections, Catalogue catalogue, ObjectionIds ids, Clock clock) {
        this.rankings = rankings;
        this.objections = objections;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param dataset whose fact is disputed; empty = the rule is */
    public Objection raise(SchoolApplication application, String criterion, String dataset, String statement) {
        LocalDate today = LocalDate.now(clock);
        requirePublished(application, today);
        Verification latest = Objects.requireNonNull(application.latest());
        if (!latest.pointsByCriterion().containsKey(criterion)) {
            throw RankingRefusals.criterionUnknown(
                    String.join(", ", new TreeSet<>(latest.pointsByCriterion().keySet())));
        }
        SettleApplication.requireNoNumber("statement", statement);
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
                "");
        objections.add(objection);
        return objection;
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
