package onepermit.social.wagetax;

import java.util.Collection;

/** Publishes taxed years; inside the transaction that changed them. */
public interface WageTaxPublication {

    void changed(Collection<TaxedYear> years);
}
