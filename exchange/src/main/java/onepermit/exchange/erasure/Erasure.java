package onepermit.exchange.erasure;

import java.time.Instant;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/**
 * An erasure as it is on record.
 *
 * @param askedBy subject of the administrator who asked
 * @param erasedAt empty as long as it is not confirmed
 * @param nextLeaf the first leaf of the ledger after it; 0 as long as it is not confirmed
 */
public record Erasure(String id, PersonKey person, String askedBy, Optional<Instant> erasedAt, long nextLeaf) {

    /**
     * What is asked for.
     *
     * @param ground number of {@code ErasureGround}
     * @param basis document and article
     * @param by subject of who asks
     */
    public record Asked(PersonKey person, int ground, String basis, String caseRef, String by) {}
}
