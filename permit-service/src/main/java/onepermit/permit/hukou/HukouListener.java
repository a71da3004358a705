package onepermit.permit.hukou;

import java.util.Collection;

/** Hears, inside the transaction, where people's permanent residences are registered now. */
public interface HukouListener {

    void recorded(Collection<Hukou> hukous);
}
