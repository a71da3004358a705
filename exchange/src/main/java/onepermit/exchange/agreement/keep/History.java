package onepermit.exchange.agreement.keep;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import onepermit.exchange.v1.AgreementEvent;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.SharingAgreement;

/** Writes down what was done. */
final class History {
    private final Instant at;
    private final Party by;

    History(Instant at, Party by) {
        this.at = at;
        this.by = by;
    }

    SharingAgreement.Builder did(SharingAgreement.Builder agreement, String act, String reason) {
        return agreement.addHistory(event(act, reason));
    }

    SharingAgreement.Builder did(SharingAgreement.Builder agreement, String act, String reason, AgreementTerms terms) {
        return agreement.addHistory(event(act, reason).setTerms(terms));
    }

    private AgreementEvent.Builder event(String act, String reason) {
        return AgreementEvent.newBuilder()
                .setAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
                .setAct(act)
                .setBy(by.name())
                .setOfficer(by.officer())
                .setReason(reason);
    }
}
