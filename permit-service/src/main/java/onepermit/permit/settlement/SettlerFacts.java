package onepermit.permit.settlement;

import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.v1.RequestContext;

/** What departments know of somebody who wants to settle. */
public interface SettlerFacts {

    /** Tells it in the words of the rules, each with its evidence; what is too old or not heard of is unknown. */
    void tell(ClaimWords words, Settler settler, SettlementRules rules, RequestContext context);
}
