package onepermit.permit.permit.grpc;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.v1.IssueElectronicPermitRequest;
import onepermit.permit.v1.IssueElectronicPermitResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.springframework.stereotype.Component;

/** Gives the electronic permit; the look is recorded with the hash of what was given. */
@Component
class ElectronicPermitCall {
    private static final List<String> DATASETS = List.of("permit.status", "residence.registration", "name.tag");

    private final ElectronicPermits permits;
    private final RequestFields fields;
    private final Looks looks;

    ElectronicPermitCall(ElectronicPermits permits, RequestFields fields, Looks looks) {
        this.permits = permits;
        this.fields = fields;
        this.looks = looks;
    }

    IssueElectronicPermitResponse answer(IssueElectronicPermitRequest request) {
        CitizenId citizen = fields.citizen("citizen_id", request.getCitizenId());
        String method = PermitServiceGrpc.getIssueElectronicPermitMethod().getFullMethodName();
        var persons = List.of(fields.key(citizen));
        IssueElectronicPermitResponse answer = looks.refusalsToo(
                method,
                request.getContext(),
                persons,
                DATASETS,
                () -> IssueElectronicPermitResponse.newBuilder()
                        .setElectronicPermit(permits.of(citizen))
                        .build());
        return looks.recorded(method, request.getContext(), persons, DATASETS, answer);
    }
}
