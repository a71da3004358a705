package onepermit.education.admission;

import onepermit.exchange.v1.RequestContext;

/** Asks the department that keeps names why one differs. Called only after a mismatch of tags. */
public interface NameExplanations {

    /** Never fails: without an answer the explanation says that there is none. */
    Explanation explain(PersonAsked person, RequestContext context);

    /** In both languages, each a whole sentence. */
    record Explanation(String zh, String en) {}
}
