package onepermit.exchange.supervision;

import com.google.protobuf.ByteString;
import java.util.Optional;
import onepermit.exchange.ledger.usage.Processings;
import onepermit.exchange.v1.LedgerLeaf;

/** What a leaf counts for, by the name under which it is stored. */
final class Measure {
    static final String LOOK = "LOOK";
    static final String STOPPED = "STOPPED";
    static final String CORRECTION = "CORRECTION";
    static final String REFUSED = "REFUSED:";

    private Measure() {}

    /** Whether it was a look, stopped or an attempt. */
    static Optional<String> of(LedgerLeaf leaf) {
        if (!leaf.getRefusal().isEmpty()) {
            return Optional.of(REFUSED + leaf.getRefusal());
        }
        if (leaf.getPersonsCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(leaf.getAnswerHash().equals(ByteString.EMPTY) ? STOPPED : LOOK);
    }

    static boolean isCorrection(LedgerLeaf leaf, Processings processings) {
        return leaf.getRefusal().isEmpty() && processings.corrects(leaf.getMethod());
    }
}
