package onepermit.exchange.looks;

import onepermit.exchange.ledger.Look;

/** Knows which looks of a batch somebody has approved before. */
@FunctionalInterface
public interface Mandated {

    /** @throws onepermit.exchange.rpc.RefusalException the mandate that the look names is not there, holds no longer, or does not cover it */
    void require(Look look);
}
