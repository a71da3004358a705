package onepermit.exchange.ledger;

import java.util.Optional;

/** Append-only record of looks. When it cannot write there is no answer. */
public interface Ledger {

    /** The name of a department's ledger, as receipts give it. */
    static String origin(String department) {
        return "onepermit/" + department;
    }

    /** Durable before it returns. Throws a refusal (RESOURCE_EXHAUSTED, UNAVAILABLE) when it cannot be written. */
    default Receipt append(Look look) {
        return append(look, Optional.empty());
    }

    /** Together with what belongs to it, in one commit. */
    Receipt append(Look look, Optional<Attached> together);
}
