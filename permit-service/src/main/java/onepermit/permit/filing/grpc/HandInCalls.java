package onepermit.permit.filing.grpc;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import onepermit.permit.RequestFields;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.FilingState;
import onepermit.permit.filing.HandInApplication;
import onepermit.permit.filing.Material;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.SupplementRequest;
import onepermit.permit.v1.SupplementResponse;
import org.springframework.stereotype.Component;

/** Submit and Supplement. */
@Component
class HandInCalls {
    private final HandIn handIn;
    private final FiledHere filed;
    private final RequestFields fields;
    private final ApplicationMessages messages;

    HandInCalls(HandIn handIn, FiledHere filed, RequestFields fields, ApplicationMessages messages) {
        this.handIn = handIn;
        this.filed = filed;
        this.fields = fields;
        this.messages = messages;
    }

    SubmitResponse submit(SubmitRequest request) {
        FiledApplication application = filed.require(request.getApplicationId());
        LocalDate on = fields.pastDateOrToday("submitted_on", request.getSubmittedOn());
        HandInApplication.requireNotBefore(
                "submitted_on", on, application.filing().openedOn());
        return handIn.once(
                new HandIn.Asked<>(
                        PermitApplicationServiceGrpc.getSubmitMethod(),
                        application,
                        request.getEtag(),
                        materials(request.getMaterialsList()),
                        on,
                        request.getRequestId(),
                        request.getContext(),
                        SubmitResponse.parser(),
                        state -> state == FilingState.DRAFT,
                        "a draft is handed in"),
                (now, etag) -> SubmitResponse.newBuilder()
                        .setApplication(messages.application(now))
                        .setEtag(etag)
                        .build(),
                answer -> {
                    SubmitResponse.Builder told = answer.toBuilder();
                    handIn.decision(answer.getApplication().getDecisionId()).ifPresent(told::setDecision);
                    return told.build();
                });
    }

    SupplementResponse supplement(SupplementRequest request) {
        FiledApplication application = filed.require(request.getApplicationId());
        LocalDate on = fields.pastDateOrToday("supplemented_on", request.getSupplementedOn());
        LocalDate before = application.standing().handedInOn();
        HandInApplication.requireNotBefore(
                "supplemented_on",
                on,
                Objects.requireNonNullElse(before, application.filing().openedOn()));
        return handIn.once(
                new HandIn.Asked<>(
                        PermitApplicationServiceGrpc.getSupplementMethod(),
                        application,
                        request.getEtag(),
                        materials(request.getMaterialsList()),
                        on,
                        request.getRequestId(),
                        request.getContext(),
                        SupplementResponse.parser(),
                        FilingState::supplemented,
                        "one that waits is supplemented"),
                (now, etag) -> SupplementResponse.newBuilder()
                        .setApplication(messages.application(now))
                        .setEtag(etag)
                        .build(),
                answer -> {
                    SupplementResponse.Builder told = answer.toBuilder();
                    handIn.decision(answer.getApplication().getDecisionId()).ifPresent(told::setDecision);
                    return told.build();
                });
    }

    private static List<Material> materials(List<onepermit.permit.v1.Material> given) {
        return given.stream()
                .map(paper -> new Material(paper.getKind(), paper.getSha256()))
                .toList();
    }
}
