package onepermit.permit.dwelling;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records dwellings, inside the owner's transaction. */
@Component
public final class RecordDwellings {
    private final Dwellings dwellings;
    private final DwellingPublications publications;

    RecordDwellings(Dwellings dwellings, DwellingPublications publications) {
        this.dwellings = dwellings;
        this.publications = publications;
    }

    public void all(Collection<Dwelling> recorded) {
        dwellings.record(recorded);
        publications.changed(
                dwellings.of(recorded.stream().map(Dwelling::person).collect(Collectors.toSet())));
    }
}
