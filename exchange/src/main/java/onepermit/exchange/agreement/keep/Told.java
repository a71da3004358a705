package onepermit.exchange.agreement.keep;

import java.time.LocalDate;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.AgreementState;
import onepermit.exchange.v1.SharingAgreement;

/** An agreement as it is told on a day: what time changes follows from the day. */
final class Told {
    private Told() {}

    static SharingAgreement on(LocalDate day, AgreementTable.Stored stored) {
        SharingAgreement.Builder told =
                stored.body().toBuilder().setState(state(stored.body(), day)).setEtag(Etag.of(stored.version()));
        if (told.hasRequest()) {
            told.getRequestBuilder()
                    .setOverdue(day.isAfter(LocalDate.parse(told.getRequest().getDueOn())));
        }
        return told.build();
    }

    static AgreementState state(SharingAgreement body, LocalDate day) {
        return switch (body.getState()) {
            case AGREEMENT_STATE_IN_FORCE ->
                day.isBefore(LocalDate.parse(body.getTerms().getValidFrom()))
                        ? AgreementState.AGREEMENT_STATE_NOT_BEGUN
                        : expiredOr(body, day);
            case AGREEMENT_STATE_SUSPENDED -> expiredOr(body, day);
            default -> body.getState();
        };
    }

    private static AgreementState expiredOr(SharingAgreement body, LocalDate day) {
        return day.isAfter(LocalDate.parse(body.getTerms().getValidTo()))
                ? AgreementState.AGREEMENT_STATE_EXPIRED
                : body.getState();
    }
}
