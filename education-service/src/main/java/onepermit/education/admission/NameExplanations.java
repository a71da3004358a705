package onepermit.education.admission;

import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.RequestContext;

/** Asks the department that keeps names why one differs. Called only after a mismatch of tags, and only where somebody waits. */
public interface NameExplanations {

    /** Never fails: without an answer the note says that there is none. */
    Note explain(PersonAsked person, RequestContext context);
}
