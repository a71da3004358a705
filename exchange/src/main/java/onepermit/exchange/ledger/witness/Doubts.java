package onepermit.exchange.ledger.witness;

import java.util.Map;
import java.util.TreeMap;
import onepermit.exchange.ledger.checkpoint.Judgement;

/**
 * Which witnesses refuse this ledger's history. In memory alone: who refuses is asked again every few seconds and says it again.
 */
public final class Doubts {
    private final Map<String, Judgement.Refused> byWitness = new TreeMap<>();

    /** The last word of a witness: what it refused. */
    synchronized void refused(String witness, Judgement.Refused refused) {
        byWitness.put(witness, refused);
    }

    /** The last word of a witness: that it cosigned. */
    synchronized void cosigned(String witness) {
        byWitness.remove(witness);
    }

    /** By the names of the witnesses. */
    public synchronized Map<String, Judgement.Refused> all() {
        return new TreeMap<>(byWitness);
    }
}
