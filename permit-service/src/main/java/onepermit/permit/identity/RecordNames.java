package onepermit.permit.identity;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Records names, inside the owner's transaction. */
@Component
public final class RecordNames {
    private final RecordedNames names;
    private final NamePublications publications;

    RecordNames(RecordedNames names, NamePublications publications) {
        this.names = names;
        this.publications = publications;
    }

    public void all(Collection<PersonName> recorded) {
        names.record(recorded);
        publications.recorded(recorded);
    }
}
