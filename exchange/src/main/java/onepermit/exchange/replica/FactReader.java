package onepermit.exchange.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers what is known about persons, own facts and replicas alike, with one statement. */
public final class FactReader implements AutoCloseable {
    private final FactQuery query;
    private final GroupRead together;
    private final Catalogue catalogue;
    private final Freshness freshness;

    FactReader(FactQuery query, Catalogue catalogue, Freshness freshness) {
        this.query = query;
        this.together =
                new GroupRead(query::read, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        this.catalogue = catalogue;
        this.freshness = freshness;
    }

    /** @param persons at least one */
    public FactsRead read(Collection<PersonKey> persons) {
        List<PersonKey> asked = persons.stream().distinct().toList();
        FactQuery.Found found = inTransaction() ? query.read(asked) : together.read(asked);
        return new FactsRead(catalogue, freshness, found.view(), of(asked, found), Map.of());
    }

    /** Who asks inside a transaction sees what it has written itself. */
    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static Map<PersonKey, Map<String, List<FactRow>>> of(List<PersonKey> persons, FactQuery.Found found) {
        Map<PersonKey, Map<String, List<FactRow>>> facts = HashMap.newHashMap(persons.size());
        for (PersonKey person : persons) {
            facts.put(person, found.facts().getOrDefault(person, Map.of()));
        }
        return facts;
    }

    @Override
    public void close() {
        together.close();
    }
}
