package onepermit.permit.filing.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.filing.DecideApplication;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.HandInApplication;
import onepermit.permit.filing.Ruling;
import onepermit.permit.v1.DecideRequest;
import onepermit.permit.v1.DecideResponse;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.WithdrawRequest;
import onepermit.permit.v1.WithdrawResponse;
import org.springframework.stereotype.Component;

/** Decide and Withdraw. */
@Component
class DecideCall {
    private final FiledHere filed;
    private final RequestFields fields;
    private final DecideApplication decide;
    private final HandInApplication applications;
    private final HandIn handIn;
    private final Mutation mutation;
    private final ApplicationMessages messages;

    DecideCall(
            FiledHere filed,
            RequestFields fields,
            DecideApplication decide,
            HandInApplication applications,
            HandIn handIn,
            Mutation mutation,
            ApplicationMessages messages) {
        this.filed = filed;
        this.fields = fields;
        this.decide = decide;
        this.applications = applications;
        this.handIn = handIn;
        this.mutation = mutation;
        this.messages = messages;
    }

    /** The window where it was filed takes it in; the office of the division decides. */
    DecideResponse answer(DecideRequest request) {
        FiledApplication application = filed.require(request.getApplicationId());
        fields.requireCompetent(application.filing().division(), request.getContext());
        LocalDate on = fields.pastDateOrToday("decided_on", request.getDecidedOn());
        return mutation.once(
                PermitApplicationServiceGrpc.getDecideMethod(),
                request.getRequestId(),
                request.getContext(),
                DecideResponse.parser(),
                application.filing().persons(),
                List.of("decision", "permit.status"),
                () -> {
                    FiledApplication now = decided(request, on);
                    return DecideResponse.newBuilder()
                            .setApplication(messages.application(now))
                            .setEtag(Etag.of(now.version()))
                            .build();
                },
                answer -> {
                    DecideResponse.Builder told = answer.toBuilder();
                    handIn.decision(answer.getApplication().getDecisionId()).ifPresent(told::setDecision);
                    return told.build();
                });
    }

    WithdrawResponse withdraw(WithdrawRequest request) {
        FiledApplication application = filed.require(request.getApplicationId());
        return mutation.once(
                PermitApplicationServiceGrpc.getWithdrawMethod(),
                request.getRequestId(),
                request.getContext(),
                WithdrawResponse.parser(),
                application.filing().persons(),
                List.of(),
                () -> {
                    FiledApplication now = applications.withdrawn(application.id(), request.getEtag());
                    return WithdrawResponse.newBuilder()
                            .setApplication(messages.application(now))
                            .setEtag(Etag.of(now.version()))
                            .build();
                });
    }

    private FiledApplication decided(DecideRequest request, LocalDate on) {
        String id = request.getApplicationId();
        return switch (request.getAct()) {
            case APPLICATION_ACT_ACCEPT -> decide.accept(id, request.getEtag(), ruling(request, Ruling.Act.ACCEPT, on));
            case APPLICATION_ACT_REFUSE -> decide.refuse(id, request.getEtag(), ruling(request, Ruling.Act.REFUSE, on));
            case APPLICATION_ACT_ISSUE -> decide.issue(id, request.getEtag(), on);
            case APPLICATION_ACT_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("the request's shape was checked before");
        };
    }

    private static Ruling ruling(DecideRequest request, Ruling.Act act, LocalDate on) {
        return new Ruling(act, Callers.current().subject(), request.getReason(), request.getArticle(), on);
    }
}
