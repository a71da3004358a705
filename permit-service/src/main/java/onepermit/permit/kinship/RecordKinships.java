package onepermit.permit.kinship;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records kinships, inside the owner's transaction. */
@Component
public final class RecordKinships {
    private final Kinships kinships;
    private final KinshipPublications publications;

    RecordKinships(Kinships kinships, KinshipPublications publications) {
        this.kinships = kinships;
        this.publications = publications;
    }

    public void all(Collection<Kinship> recorded) {
        kinships.record(recorded);
        publications.changed(kinships.of(recorded.stream().map(Kinship::child).collect(Collectors.toSet())));
    }
}
