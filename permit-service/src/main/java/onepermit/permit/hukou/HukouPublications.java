package onepermit.permit.hukou;

import java.util.Collection;

/** Tells the other departments where permanent residences are registered. */
public interface HukouPublications {

    void recorded(Collection<Hukou> hukous);
}
