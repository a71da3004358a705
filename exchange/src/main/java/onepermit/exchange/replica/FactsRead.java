package onepermit.exchange.replica;

import java.util.List;
import java.util.Map;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.SharingClass;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;

/** Everything known here about the persons of a question, read at one instant. */
public final class FactsRead {
    private final Catalogue catalogue;
    private final Freshness freshness;
    private final View view;
    private final Permission permission;
    private final Map<PersonKey, Map<String, List<FactRow>>> rows;
    private final Map<Key, Finding> live;

    /** @param rows by person and dataset */
    FactsRead(
            Catalogue catalogue,
            Freshness freshness,
            View view,
            Permission permission,
            Map<PersonKey, Map<String, List<FactRow>>> rows,
            Map<Key, Finding> live) {
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.view = view;
        this.permission = permission;
        this.rows = rows;
        this.live = live;
    }

    /** For a dataset that covers everywhere; one that does not is then not covered. */
    public Finding find(PersonKey person, String dataset) {
        Dataset known = catalogue.dataset(dataset);
        return finding(person, known, known.coverage().everywhere());
    }

    /** @param division where the person would be on record, GB/T 2260 */
    public Finding find(PersonKey person, String dataset, String division) {
        Dataset known = catalogue.dataset(dataset);
        return finding(person, known, known.coverage().covers(division));
    }

    /** The same reading with some findings replaced by what their owners said just now. */
    public FactsRead with(Map<Key, Finding> asked) {
        return new FactsRead(catalogue, freshness, view, permission, rows, asked);
    }

    private Finding finding(PersonKey person, Dataset dataset, boolean covered) {
        Finding asked = live.isEmpty() ? null : live.get(new Key(person, dataset.id()));
        if (asked != null) {
            return asked.coveredIs(covered);
        }
        Freshness.Of of = freshness.of(view, dataset, person);
        Agreed agreed = agreed(dataset);
        return new Finding(
                dataset.id(),
                dataset.owner(),
                of.origin(),
                agreed,
                covered,
                of.parked(),
                of.asOf(),
                of.age(),
                agreed == Agreed.GIVEN ? rows(person, dataset, of.origin()) : List.of());
    }

    private List<FactRow> rows(PersonKey person, Dataset dataset, Origin origin) {
        List<FactRow> found = rows.getOrDefault(person, Map.of()).getOrDefault(dataset.id(), List.of());
        return origin == Origin.OWN ? found : permission.seen(dataset, found);
    }

    private Agreed agreed(Dataset dataset) {
        if (freshness.own(dataset)) {
            return Agreed.GIVEN;
        }
        boolean heard = freshness.hearsAgreementsOf(view, dataset.owner());
        if (!permission.gives(dataset)) {
            return heard ? Agreed.DENIED : Agreed.UNPROVEN;
        }
        return heard || dataset.sharingClass() == SharingClass.UNCONDITIONAL ? Agreed.GIVEN : Agreed.UNPROVEN;
    }

    /** A person in a dataset. */
    public record Key(PersonKey person, String dataset) {}
}
