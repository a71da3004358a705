package onepermit.exchange.ledger;

import java.util.Optional;
import java.util.function.Supplier;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Append-only record of looks. When it cannot write there is no answer. */
public interface Ledger {

    /** The name of a department's ledger, as receipts give it. */
    static String origin(String department) {
        return "onepermit/" + department;
    }

    /** A leaf has 34 bytes for each person, and an entry of a C2SP tlog-tiles bundle at most 65,535 in all. */
    int MOST_PERSONS = 1_800;

    /**
     * Refuses what no leaf has room for; whoever takes many persons in one request asks before the work is done.
     *
     * @param field the field of the request that holds them
     */
    static void requireRoom(int persons, String field) {
        if (persons > MOST_PERSONS) {
            throw new RefusalException(Refusal.invalid(
                    "LOOK_TOO_LARGE",
                    field,
                    "one request is about at most " + MOST_PERSONS + " persons, this one about " + persons
                            + "; make several of it"));
        }
    }

    /** Durable before it returns. Throws a refusal (RESOURCE_EXHAUSTED, UNAVAILABLE) when it cannot be written. */
    default Receipt append(Look look) {
        return append(look, Optional.empty());
    }

    /**
     * Does work on what is on record about persons. A refusal of it tells of them as an answer does, so it is recorded before it
     * leaves.
     */
    default <R> R refusalsToo(Look look, Supplier<R> work) {
        try {
            return work.get();
        } catch (RefusalException refused) {
            append(look);
            throw refused;
        }
    }

    /** Together with what belongs to it, in one commit. */
    Receipt append(Look look, Optional<Attached> together);
}
