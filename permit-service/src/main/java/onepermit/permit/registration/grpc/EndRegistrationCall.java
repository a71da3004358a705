package onepermit.permit.registration.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.EndReason;
import onepermit.permit.registration.Registrations;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.EndRegistrationRequest;
import onepermit.permit.v1.EndRegistrationResponse;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class EndRegistrationCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final Residences residences;
    private final Registrations registrations;
    private final ResidencePublications publications;

    EndRegistrationCall(
            RequestFields fields,
            Mutation mutation,
            Residences residences,
            Registrations registrations,
            ResidencePublications publications) {
        this.fields = fields;
        this.mutation = mutation;
        this.residences = residences;
        this.registrations = registrations;
        this.publications = publications;
    }

    EndRegistrationResponse answer(EndRegistrationRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        LocalDate lastDay = fields.pastDate("to", request.getTo());
        return mutation.once(
                RegistrationServiceGrpc.getEndRegistrationMethod(),
                request.getRequestId(),
                request.getContext(),
                EndRegistrationResponse.parser(),
                List.of(person),
                List.of("residence.registration", "permit.status"),
                () -> {
                    requireCompetent(person, request.getContext());
                    Etag.require(request.getEtag(), publications.version(person));
                    return response(registrations.end(person, lastDay, EndReason.valueOf(request.getReason())));
                });
    }

    /** Only an officer of the place of registration ends it. */
    private void requireCompetent(PersonKey person, RequestContext context) {
        residences.of(person).registeredIn().ifPresent(division -> fields.requireCompetent(division, context));
    }

    private EndRegistrationResponse response(Residence residence) {
        return EndRegistrationResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())))
                .build();
    }
}
