package onepermit.permit.registration.grpc;

import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.GetResidenceResponse;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class GetResidenceCall {
    private final RequestFields fields;
    private final Residences residences;
    private final ResidencePublications publications;
    private final Looks looks;

    GetResidenceCall(RequestFields fields, Residences residences, ResidencePublications publications, Looks looks) {
        this.fields = fields;
        this.residences = residences;
        this.publications = publications;
        this.looks = looks;
    }

    /** The version is read first: a change in between makes the etag too old, never too new. A residence of other divisions looks like none. */
    GetResidenceResponse answer(GetResidenceRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        long version = publications.version(person);
        GetResidenceResponse answer = shown(residences.of(person), version);
        looks.recorded(
                RegistrationServiceGrpc.getGetResidenceMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of("residence.registration"),
                answer);
        return requireSome(answer);
    }

    private GetResidenceResponse shown(Residence residence, long version) {
        if (!fields.owns(residence.divisions())) {
            return GetResidenceResponse.getDefaultInstance();
        }
        return GetResidenceResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(version))
                .build();
    }

    /** That there is nothing is an answer too, so it is recorded before it leaves. */
    private static GetResidenceResponse requireSome(GetResidenceResponse answer) {
        if (answer.getPeriodsCount() == 0) {
            throw new RefusalException(Refusal.notFound(
                    "RESIDENCE_NOT_FOUND", "citizen_id", "no residence of this person in the caller's division"));
        }
        return answer;
    }
}
