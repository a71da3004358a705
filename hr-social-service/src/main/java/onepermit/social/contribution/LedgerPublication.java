package onepermit.social.contribution;

import java.util.Collection;

/** Publishes ledger years; inside the transaction that changed them. */
public interface LedgerPublication {

    void posted(Collection<LedgerYear> years);

    void corrected(LedgerYear year);
}
