package onepermit.exchange.agreement.keep;

import java.time.LocalDate;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.SharingClass;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.v1.AgreementRequest;
import onepermit.exchange.v1.AgreementTerms;

/** When a request must be answered (Decree 809): within one working day, or ten where a dataset is conditional. */
final class AnswerDue {
    private static final int UNCONDITIONAL = 1;
    private static final int CONDITIONAL = 10;

    private final Catalogue catalogue;
    private final WorkingDays days;

    AnswerDue(Catalogue catalogue, WorkingDays days) {
        this.catalogue = catalogue;
        this.days = days;
    }

    AgreementRequest request(AgreementTerms terms, String legalBasis, LocalDate asked) {
        boolean conditional = terms.getGrantsList().stream()
                .anyMatch(grant -> catalogue.dataset(grant.getDataset()).sharingClass() != SharingClass.UNCONDITIONAL);
        LocalDate due = days.after(asked, conditional ? CONDITIONAL : UNCONDITIONAL);
        return AgreementRequest.newBuilder()
                .setTerms(terms)
                .setLegalBasis(legalBasis)
                .setAskedOn(asked.toString())
                .setDueOn(due.toString())
                .setDueUncertain(!days.knows(due.getYear()))
                .build();
    }
}
