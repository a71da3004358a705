package onepermit.permit.application;

import onepermit.exchange.decision.CaseFacts;

/** What the departments know of the persons in an application. */
public interface ApplicantFacts {

    CaseFacts of(PermitApplication application);
}
