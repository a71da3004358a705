package onepermit.exchange.correction;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.CorrectionFact;
import onepermit.exchange.v1.CorrectionOutcome;
import onepermit.exchange.v1.RequestContext;

/** What became of the corrections that this department has raised, as its own facts and its copies say. */
public final class Outcomes {
    private final Department department;
    private final Catalogue catalogue;
    private final FactReader reader;

    Outcomes(Department department, Catalogue catalogue, FactReader reader) {
        this.department = department;
        this.catalogue = catalogue;
        this.reader = reader;
    }

    /**
     * What was found.
     *
     * @param stale owners whose news is not at hand now
     */
    public record Found(List<CorrectionOutcome> outcomes, List<String> stale) {}

    /** @param seen whether the caller may see what was raised in a division */
    public Found of(PersonKey person, RequestContext context, Predicate<DivisionCode> seen) {
        FactsRead read = reader.read(List.of(person), context);
        List<CorrectionOutcome> outcomes = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        catalogue.all().stream()
                .filter(dataset -> Outcome.isDataset(dataset.id()) && mine(dataset))
                .forEach(dataset -> {
                    Finding finding = read.find(person, dataset.id());
                    if (!finding.fresh(dataset.maxAge())) {
                        stale.add(dataset.owner());
                    }
                    finding.rows().stream()
                            .map(row -> outcome(dataset, row))
                            .filter(outcome -> raisedHere(outcome.getOutcome(), seen))
                            .forEach(outcomes::add);
                });
        return new Found(outcomes, stale);
    }

    private boolean mine(Dataset dataset) {
        return dataset.owner().equals(department.id()) || dataset.readBy(department.id());
    }

    private boolean raisedHere(CorrectionFact fact, Predicate<DivisionCode> seen) {
        return fact.getRaisedBy().equals(department.id())
                && (fact.getRaisedIn().isEmpty() || seen.test(new DivisionCode(fact.getRaisedIn())));
    }

    private static CorrectionOutcome outcome(Dataset dataset, FactRow row) {
        try {
            return CorrectionOutcome.newBuilder()
                    .setId(row.factId())
                    .setOwner(dataset.owner())
                    .setOutcome(CorrectionFact.parseFrom(row.payload()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored fact cannot be read", e);
        }
    }
}
