package onepermit.permit.hukou;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Records hukou places, inside the owner's transaction. */
@Component
public final class RecordHukou {
    private final Hukous hukous;
    private final HukouPublications publications;

    RecordHukou(Hukous hukous, HukouPublications publications) {
        this.hukous = hukous;
        this.publications = publications;
    }

    public void all(Collection<Hukou> recorded) {
        hukous.record(recorded);
        publications.recorded(recorded);
    }
}
