package onepermit.permit.entitlement.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.entitlement.HeldEntitlements;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.CompareEntitlementsRequest;
import onepermit.permit.v1.CompareEntitlementsResponse;
import onepermit.permit.v1.EntitlementServiceGrpc;
import onepermit.permit.v1.GetEntitlementsRequest;
import onepermit.permit.v1.GetEntitlementsResponse;
import onepermit.permit.v1.ListEntitlementsRequest;
import onepermit.permit.v1.ListEntitlementsResponse;
import onepermit.permit.v1.PermitStatus;
import org.springframework.stereotype.Component;

@Component
class EntitlementGrpc extends EntitlementServiceGrpc.EntitlementServiceImplBase {
    private final RequestFields fields;
    private final HeldPermits held;
    private final HeldEntitlements entitlements;
    private final PublishedCalls published;
    private final Looks looks;

    EntitlementGrpc(
            RequestFields fields,
            HeldPermits held,
            HeldEntitlements entitlements,
            PublishedCalls published,
            Looks looks) {
        this.fields = fields;
        this.held = held;
        this.entitlements = entitlements;
        this.published = published;
        this.looks = looks;
    }

    /** A permit of another division looks like none, and that there is none is recorded too. */
    @Override
    public void getEntitlements(GetEntitlementsRequest request, StreamObserver<GetEntitlementsResponse> answer) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        GetEntitlementsResponse found = held.of(person)
                .filter(permit -> fields.owns(permit.division()))
                .map(permit -> given(permit, place(request, permit)))
                .orElse(GetEntitlementsResponse.getDefaultInstance());
        looks.recorded(
                EntitlementServiceGrpc.getGetEntitlementsMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of("permit.status"),
                found);
        if (found.getStatus() == PermitStatus.PERMIT_STATUS_UNSPECIFIED) {
            throw HeldPermits.notFound();
        }
        answer.onNext(found);
        answer.onCompleted();
    }

    @Override
    public void listEntitlements(ListEntitlementsRequest request, StreamObserver<ListEntitlementsResponse> answer) {
        answer.onNext(published.list(request));
        answer.onCompleted();
    }

    @Override
    public void compareEntitlements(
            CompareEntitlementsRequest request, StreamObserver<CompareEntitlementsResponse> answer) {
        answer.onNext(published.compare(request));
        answer.onCompleted();
    }

    private DivisionCode place(GetEntitlementsRequest request, ResidencePermit permit) {
        return request.getDivision().isEmpty() ? permit.division() : fields.division("division", request.getDivision());
    }

    private GetEntitlementsResponse given(ResidencePermit permit, DivisionCode place) {
        HeldEntitlements.Given given = entitlements.of(permit, place);
        GetEntitlementsResponse.Builder answer = GetEntitlementsResponse.newBuilder()
                .setStatus(
                        switch (given.status()) {
                            case ACTIVE -> PermitStatus.PERMIT_STATUS_ACTIVE;
                            case SUSPENDED -> PermitStatus.PERMIT_STATUS_SUSPENDED;
                            case CANCELLED -> PermitStatus.PERMIT_STATUS_CANCELLED;
                        })
                .setPermitClass(permit.permitClass().name())
                .setResidenceYears(given.years())
                .setYearsCountFrom(permit.yearsCountFrom().toString())
                .addAllEntitlements(EntitlementMessages.entitlements(given.entitlements()))
                .setElsewhere(given.elsewhere())
                .setLocalHukou(given.localHukou());
        given.pack().map(EntitlementMessages::pack).ifPresent(answer::setPack);
        return answer.build();
    }
}
