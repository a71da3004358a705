package onepermit.exchange.redecision;

import java.util.Optional;

/** A kind of cases that a department decides again when a fact changes. */
public interface Redecidable {

    /** Names the kind for good, e.g. {@code admission}. */
    String kind();

    /**
     * Decides a case by the facts of now, outside any transaction. It asks the own facts and the copies, never an owner, and records nothing.
     *
     * @param decision id of the one that was watched
     * @return empty when the case has ended or stands with another decision, and nobody need watch this one
     */
    Optional<Again> again(String caseId, String decision);
}
