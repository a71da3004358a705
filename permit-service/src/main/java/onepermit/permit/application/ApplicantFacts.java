package onepermit.permit.application;

import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleSet;

/** What the departments know of the persons in an application. */
public interface ApplicantFacts {

    /** @param rules that will be applied: they say how old evidence may be */
    CaseFacts of(PermitApplication application, RuleSet rules);
}
