package onepermit.exchange.redecision;

import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;

/** Whether two decisions used the same values and came to the same: that a fact has another version changes nothing by itself. */
final class SameValues {
    private SameValues() {}

    static boolean of(Decision one, Decision other) {
        return values(one).equals(values(other));
    }

    private static Decision values(Decision decision) {
        Decision.Builder values = decision.toBuilder()
                .clearId()
                .clearDecidedAt()
                .clearFinality()
                .clearBodyHash()
                .clearReceipt()
                .clearOfficerAct();
        for (int i = 0; i < values.getEvidenceCount(); i++) {
            values.setEvidence(i, value(values.getEvidence(i)));
        }
        return values.build();
    }

    private static Evidence value(Evidence evidence) {
        return evidence.toBuilder()
                .clearIncarnation()
                .clearVersion()
                .clearOrigin()
                .clearAsOf()
                .clearAgeMillis()
                .build();
    }
}
