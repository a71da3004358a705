package onepermit.permit.permit.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.Grant;
import onepermit.permit.permit.IssuePermit;
import onepermit.permit.permit.PermitPublications;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.IssueRequest;
import onepermit.permit.v1.IssueResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class IssueCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final IssuePermit issue;
    private final PermitPublications publications;
    private final PermitMessages messages;
    private final ElectronicPermits electronic;

    IssueCall(
            RequestFields fields,
            Mutation mutation,
            IssuePermit issue,
            PermitPublications publications,
            PermitMessages messages,
            ElectronicPermits electronic) {
        this.fields = fields;
        this.mutation = mutation;
        this.issue = issue;
        this.publications = publications;
        this.messages = messages;
        this.electronic = electronic;
    }

    IssueResponse answer(IssueRequest request) {
        CitizenId citizen = fields.citizen("citizen_id", request.getCitizenId());
        PersonKey person = fields.key(citizen);
        LocalDate on = fields.pastDateOrToday("issued_on", request.getIssuedOn());
        return mutation.once(
                PermitServiceGrpc.getIssueMethod(),
                request.getRequestId(),
                request.getContext(),
                IssueResponse.parser(),
                List.of(person),
                List.of("permit.status", "decision"),
                () -> issued(person, request, on),
                issued -> electronic
                        .whereActive(citizen)
                        .map(signed ->
                                issued.toBuilder().setElectronicPermit(signed).build())
                        .orElse(issued));
    }

    private IssueResponse issued(PersonKey person, IssueRequest request, LocalDate on) {
        Grant grant = issue.granted(person, request.getDecisionId(), fields::owns);
        fields.requireCompetent(grant.division(), request.getContext());
        ResidencePermit permit = issue.issue(person, grant, on);
        return IssueResponse.newBuilder()
                .setPermit(messages.permit(permit))
                .setEtag(Etag.of(publications.version(person)))
                .build();
    }
}
