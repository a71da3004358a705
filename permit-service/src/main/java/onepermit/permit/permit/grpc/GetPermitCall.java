package onepermit.permit.permit.grpc;

import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitNotices;
import onepermit.permit.permit.PermitPublications;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class GetPermitCall {
    private final RequestFields fields;
    private final HeldPermits held;
    private final PermitPublications publications;
    private final PermitNotices notices;
    private final PermitMessages messages;
    private final Looks looks;

    GetPermitCall(
            RequestFields fields,
            HeldPermits held,
            PermitPublications publications,
            PermitNotices notices,
            PermitMessages messages,
            Looks looks) {
        this.fields = fields;
        this.held = held;
        this.publications = publications;
        this.notices = notices;
        this.messages = messages;
        this.looks = looks;
    }

    /** The version is read first: a change in between makes the etag too old, never too new. A permit of another division looks like none. */
    GetPermitResponse answer(GetPermitRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        long version = publications.version(person);
        GetPermitResponse answer = held.of(person)
                .filter(permit -> fields.owns(permit.division()))
                .map(permit -> shown(permit, version))
                .orElse(GetPermitResponse.getDefaultInstance());
        GetPermitResponse recorded = looks.recorded(
                PermitServiceGrpc.getGetPermitMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of("permit.status"),
                answer);
        if (!recorded.hasPermit()) {
            throw HeldPermits.notFound();
        }
        return recorded;
    }

    private GetPermitResponse shown(ResidencePermit permit, long version) {
        return GetPermitResponse.newBuilder()
                .setPermit(messages.permit(permit))
                .addAllNotices(PermitMessages.notices(notices.of(permit.number())))
                .setEtag(Etag.of(version))
                .build();
    }
}
