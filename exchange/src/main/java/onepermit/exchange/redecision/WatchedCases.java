package onepermit.exchange.redecision;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For a department: says which decision a case stands with, so that the case is decided again when a fact changes. */
public final class WatchedCases {
    private final WatchTable table;
    private final RoadKeys keys;

    WatchedCases(WatchTable table, RoadKeys keys) {
        this.table = table;
        this.keys = keys;
    }

    /** To be taken before the facts are read on which the case is decided: what changes after it is noticed. */
    public Basis basis(Collection<PersonKey> persons) {
        return table.basis(known(persons));
    }

    /**
     * The case stands with this decision. In the transaction that stores it.
     *
     * @param kind of a {@link Redecidable}
     * @param decision as it was recorded
     * @param basis of the same persons
     */
    public void decided(String kind, String caseId, Decision decision, Collection<PersonKey> persons, Basis basis) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a case is watched from the transaction that stores its decision, and none is open");
        }
        table.watch(kind, caseId, decision.getId(), known(persons), datasets(decision), basis);
    }

    /** What the decision asked of persons, known or not. */
    static List<String> datasets(Decision decision) {
        return List.copyOf(new TreeSet<>(Stream.concat(
                        decision.getEvidenceList().stream().map(Evidence::getDataset),
                        decision.getPendingList().stream().map(PendingEvidence::getDataset))
                .toList()));
    }

    private List<PersonKey> known(Collection<PersonKey> persons) {
        return persons.stream()
                .flatMap(person -> keys.all(person).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
