package onepermit.permit.hukou;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records hukou places, inside the owner's transaction. */
@Component
public final class RecordHukou {
    private final Hukous hukous;
    private final HukouPublications publications;
    private final List<HukouListener> listeners;

    RecordHukou(Hukous hukous, HukouPublications publications, List<HukouListener> listeners) {
        this.hukous = hukous;
        this.publications = publications;
        this.listeners = listeners;
    }

    public void all(Collection<Hukou> recorded) {
        hukous.record(recorded);
        publications.recorded(recorded);
        listeners.forEach(listener -> listener.recorded(recorded));
    }
}
