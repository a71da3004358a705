package onepermit.exchange.agreement.keep;

import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;

/** The departments of the exchange, as the catalogue names owners; every other consumer is an integrator's client. */
final class Departments {
    private final Set<String> ids;

    Departments(Catalogue catalogue) {
        ids = catalogue.all().stream().map(Dataset::owner).collect(Collectors.toUnmodifiableSet());
    }

    boolean has(String consumer) {
        return ids.contains(consumer);
    }
}
