package onepermit.exchange.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.v1.RequestContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers what is known about persons, own facts and replicas alike, with one statement. */
public final class FactReader implements AutoCloseable {
    private final FactQuery query;
    private final GroupRead together;
    private final Catalogue catalogue;
    private final Freshness freshness;
    private final Function<RequestContext, Permission> permissions;

    FactReader(
            FactQuery query,
            Catalogue catalogue,
            Freshness freshness,
            Function<RequestContext, Permission> permissions) {
        this.query = query;
        this.together =
                new GroupRead(query::read, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.permissions = permissions;
    }

    /**
     * @param persons at least one
     * @param context for which purpose: it decides what of the others' facts may be seen
     */
    public FactsRead read(Collection<PersonKey> persons, RequestContext context) {
        List<PersonKey> asked = persons.stream().distinct().toList();
        Permission permission = permissions.apply(context);
        FactQuery.Found found = inTransaction() ? query.read(asked) : together.read(asked);
        return new FactsRead(catalogue, freshness, found.view(), permission, of(asked, found), Map.of());
    }

    /** What this department's own records say; nothing of the others'. */
    public FactsRead readOwn(Collection<PersonKey> persons) {
        return read(persons, RequestContext.getDefaultInstance());
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
