package onepermit.education.application.grpc;

import java.util.Objects;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.application.Applications;
import onepermit.education.application.HandIn;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.VerifyApplication;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.exchange.access.Callers;
import onepermit.exchange.rpc.RequestLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Taken in first and verified then: an application that came in is never lost to a verification that failed. */
@Component
class HandingIn {
    private final HandIn handIn;
    private final VerifyApplication verify;
    private final Applications applications;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    HandingIn(
            HandIn handIn,
            VerifyApplication verify,
            Applications applications,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.handIn = handIn;
        this.verify = verify;
        this.applications = applications;
        this.transactions = transactions;
        this.requests = requests;
    }

    /** A repeated request is verified when its first one was not, and is told what stands otherwise. */
    HandInResponse handIn(HandInRequest request, AdmissionQuestion question, String method) {
        String number = taken(request, question, method).getApplication().getNumber();
        SchoolApplication application = applications.known(number);
        if (!application.verifications().isEmpty()) {
            return ApplicationMessages.handedIn(application);
        }
        VerifyApplication.Found found = verify.decide(question, Callers.current(), method);
        SchoolApplication kept = Objects.requireNonNull(
                transactions.execute(transaction -> verify.keep(applications.locked(number), found)));
        return ApplicationMessages.handedIn(kept).toBuilder()
                .setDecision(found.verified().decision())
                .addAllNotes(found.verified().notes())
                .build();
    }

    private HandInResponse taken(HandInRequest request, AdmissionQuestion question, String method) {
        return Objects.requireNonNull(transactions.execute(transaction -> requests.once(
                request.getRequestId(),
                method,
                HandInResponse.parser(),
                () -> ApplicationMessages.handedIn(
                        handIn.take(question, request.getRound(), request.getPreferencesList())))));
    }
}
