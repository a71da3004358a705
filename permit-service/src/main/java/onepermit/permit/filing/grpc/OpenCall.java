package onepermit.permit.filing.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.Looks;
import onepermit.permit.Mutation;
import onepermit.permit.application.CheckApplication;
import onepermit.permit.application.Filer;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.Filing;
import onepermit.permit.filing.Filings;
import onepermit.permit.filing.InsuredStaff;
import onepermit.permit.filing.KnownFact;
import onepermit.permit.filing.KnownFacts;
import onepermit.permit.filing.OpenApplication;
import onepermit.permit.filing.Review;
import onepermit.permit.filing.ReviewApplication;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.PrefilledFact;
import org.springframework.stereotype.Component;

@Component
class OpenCall {
    private final Opening opening;
    private final InsuredStaff staff;
    private final OpenApplication open;
    private final Filings filings;
    private final ReviewApplication review;
    private final KnownFacts known;
    private final Mutation mutation;
    private final Looks looks;
    private final ApplicationMessages messages;

    OpenCall(
            Opening opening,
            InsuredStaff staff,
            OpenApplication open,
            Filings filings,
            ReviewApplication review,
            KnownFacts known,
            Mutation mutation,
            Looks looks,
            ApplicationMessages messages) {
        this.opening = opening;
        this.staff = staff;
        this.open = open;
        this.filings = filings;
        this.review = review;
        this.known = known;
        this.mutation = mutation;
        this.looks = looks;
        this.messages = messages;
    }

    OpenResponse answer(OpenRequest request) {
        Filing filing = opening.filing(request);
        List<PersonKey> persons = filing.persons();
        requireOwnStaff(filing, request);
        return mutation.once(
                PermitApplicationServiceGrpc.getOpenMethod(),
                request.getRequestId(),
                request.getContext(),
                OpenResponse.parser(),
                persons,
                CheckApplication.DATASETS,
                () -> opened(open.open(filing)),
                opened -> filledIn(opened, request));
    }

    private OpenResponse opened(FiledApplication application) {
        return OpenResponse.newBuilder()
                .setApplication(messages.application(application))
                .setEtag(Etag.of(application.version()))
                .build();
    }

    /** What is known is read anew each time and not stored with the request. */
    private OpenResponse filledIn(OpenResponse opened, OpenRequest request) {
        FiledApplication application =
                filings.find(opened.getApplication().getId()).orElseThrow();
        Filing filing = application.filing();
        Review preview = review.review(application, List.of(), filing.openedOn(), request.getContext());
        return opened.toBuilder()
                .addAllFacts(known.of(filing.applicant(), preview.checked().decision()).stream()
                        .map(OpenCall::fact)
                        .toList())
                .addAllMissing(ApplicationMessages.missing(preview.missing()))
                .build();
    }

    /** An employer learns nothing of whom it does not insure, and that it asked is recorded. */
    private void requireOwnStaff(Filing filing, OpenRequest request) {
        if (filing.filer().kind() != Filer.Kind.EMPLOYER) {
            return;
        }
        PersonKey person = filing.applicant().key();
        switch (staff.of(person, request.getEmployer(), filing.openedOn(), request.getContext())) {
            case STAFF -> {}
            case NOT_STAFF ->
                throw refused(
                        filing,
                        request,
                        new Refusal(
                                Code.PERMISSION_DENIED,
                                "NOT_INSURED_BY_EMPLOYER",
                                "employer",
                                "an employer files for its own insured staff only; the person may file without it"));
            case UNKNOWN ->
                throw refused(
                        filing,
                        request,
                        new Refusal(
                                Code.UNAVAILABLE,
                                "EMPLOYMENT_UNKNOWN",
                                "employer",
                                "social security has not been heard of; try again, or let the person file"));
        }
    }

    private RefusalException refused(Filing filing, OpenRequest request, Refusal refusal) {
        looks.recorded(
                PermitApplicationServiceGrpc.getOpenMethod().getFullMethodName(),
                request.getContext(),
                filing.persons(),
                List.of("employment.current"),
                OpenResponse.getDefaultInstance());
        return new RefusalException(refusal);
    }

    private static PrefilledFact fact(KnownFact fact) {
        return PrefilledFact.newBuilder()
                .setName(fact.name())
                .setSubject(fact.subject())
                .setValue(fact.value().en())
                .setValueZh(fact.value().zh())
                .setSource(fact.source())
                .setAsOf(Timestamp.newBuilder()
                        .setSeconds(fact.asOf().getEpochSecond())
                        .setNanos(fact.asOf().getNano()))
                .setKnown(fact.known())
                .build();
    }
}
