package onepermit.permit.identity;

import java.util.Collection;

/** Tells the other departments the tags of names. */
public interface NamePublications {

    void recorded(Collection<PersonName> names);
}
