package onepermit.social.contribution;

import java.util.Collection;

/** Learns of changed years inside the transaction that changed them, to derive what follows from them. */
public interface LedgerListener {

    void changed(Collection<LedgerYear> years);
}
