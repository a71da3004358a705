package onepermit.permit.settlement;

import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Refusals that several acts share. */
final class SettlementRefusals {
    private SettlementRefusals() {}

    static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }

    static RefusalException noFiling() {
        return new RefusalException(Refusal.notFound(
                "FILING_NOT_FOUND", "number", "no filing of that number for this person in the caller's division"));
    }

    static RefusalException cutOffFixed() {
        return refused("CUT_OFF_FIXED", "year", "the score is fixed and the list published; nothing in it changes");
    }
}
