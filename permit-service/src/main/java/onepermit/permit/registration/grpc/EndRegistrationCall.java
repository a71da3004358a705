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
                    Etag.require(request.getEtag(), shown(person, request.getContext()));
                    return response(registrations.end(person, lastDay, EndReason.valueOf(request.getReason())));
                });
    }

    /** The version of a residence that the officer sees, 0 of none. Only an officer of the place of registration ends it. */
    private long shown(PersonKey person, RequestContext context) {
        long version = publications.version(person);
        Residence residence = residences.of(person);
        if (!fields.owns(residence.divisions())) {
            return 0;
        }
        residence.registeredIn().ifPresent(division -> fields.requireCompetent(division, context));
        return version;
    }

    private EndRegistrationResponse response(Residence residence) {
        return EndRegistrationResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())))
                .build();
    }
}
