package onepermit.permit.recognition;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.permit.LapseRules;
import onepermit.permit.permit.PermitStatus;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.recognition.Recognition.Outcome;
import org.springframework.stereotype.Component;

/** Verifies a permit of a partner place. */
@Component
public final class VerifyPermit {
    private final RecognitionAgreements agreements;
    private final LapseRules lapses;

    VerifyPermit(RecognitionAgreements agreements, LapseRules lapses) {
        this.agreements = agreements;
        this.lapses = lapses;
    }

    /** Whoever holds none, or one of a place without an agreement, is not covered: which of the two is not told. */
    public Recognition verify(Optional<ResidencePermit> permit, DivisionCode asking, String service, LocalDate on) {
        return permit.flatMap(held -> agreements
                        .between(asking, held.division())
                        .map(agreement -> under(agreement, held, service, on)))
                .orElse(Recognition.untold(Outcome.NOT_COVERED, ""));
    }

    private Recognition under(RecognitionAgreement agreement, ResidencePermit held, String service, LocalDate on) {
        if (on.isBefore(agreement.from())) {
            return Recognition.untold(Outcome.NOT_IN_FORCE, agreement.document());
        }
        if (!agreement.services().contains(service)) {
            return Recognition.untold(Outcome.NOT_COVERED, agreement.document());
        }
        PermitStatus status = held.status(on, lapses.of(held.division()));
        return new Recognition(
                status == PermitStatus.ACTIVE ? Outcome.RECOGNISED : Outcome.NOT_ACTIVE,
                status,
                held.endorsedTo(),
                agreement.document());
    }
}
