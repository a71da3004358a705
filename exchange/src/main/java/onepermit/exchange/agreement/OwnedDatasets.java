package onepermit.exchange.agreement;

import java.util.Collection;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;

/** Tells whether datasets belong to the department that speaks in a control dataset. */
final class OwnedDatasets {
    private final Catalogue catalogue;

    OwnedDatasets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A dataset that is not in the catalogue any more belongs to nobody and is given to nobody. */
    boolean all(String control, Collection<String> datasets) {
        return datasets.stream()
                .flatMap(id -> catalogue.find(id).stream())
                .allMatch(dataset -> Dataset.controlOf(dataset.owner()).equals(control));
    }
}
