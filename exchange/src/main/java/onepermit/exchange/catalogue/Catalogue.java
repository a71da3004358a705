package onepermit.exchange.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All datasets of the exchange. */
public final class Catalogue {
    private final Map<String, Dataset> byId;

    public Catalogue(Collection<Dataset> datasets) {
        byId = datasets.stream().collect(Collectors.toUnmodifiableMap(Dataset::id, Function.identity()));
    }

    public Optional<Dataset> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Dataset dataset(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("dataset '" + id + "' is not in the catalogue; it has "
                                + byId.keySet().stream().sorted().toList()));
    }

    public List<Dataset> all() {
        return byId.values().stream().sorted(Comparator.comparing(Dataset::id)).toList();
    }

    public List<Dataset> ownedBy(Department department) {
        return all().stream().filter(d -> d.owner().equals(department.id())).toList();
    }

    /** What the department reads from others. */
    public List<Dataset> readBy(Department department) {
        return all().stream()
                .filter(d -> d.readBy(department.id()) && !d.owner().equals(department.id()))
                .toList();
    }
}
