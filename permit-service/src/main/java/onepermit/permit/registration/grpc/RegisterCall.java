package onepermit.permit.registration.grpc;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.AddressPeriod;
import onepermit.permit.registration.Registrant;
import onepermit.permit.registration.Registrations;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidenceKind;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.v1.RegisterRequest;
import onepermit.permit.v1.RegisterResponse;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class RegisterCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final Registrations registrations;
    private final ResidencePublications publications;

    RegisterCall(
            RequestFields fields, Mutation mutation, Registrations registrations, ResidencePublications publications) {
        this.fields = fields;
        this.mutation = mutation;
        this.registrations = registrations;
        this.publications = publications;
    }

    RegisterResponse answer(RegisterRequest request) {
        CitizenId citizen = fields.citizen("citizen_id", request.getCitizenId());
        Registrant registrant = new Registrant(citizen, fields.key(citizen), request.getName());
        AddressPeriod asked = asked(request);
        return mutation.once(
                RegistrationServiceGrpc.getRegisterMethod(),
                request.getRequestId(),
                request.getContext(),
                RegisterResponse.parser(),
                List.of(registrant.person()),
                List.of("residence.registration", "name.tag"),
                () -> response(registrations.register(registrant, asked)));
    }

    private AddressPeriod asked(RegisterRequest request) {
        return new AddressPeriod(
                fields.ownDivision("division", request.getDivision(), request.getContext()),
                request.getAddress(),
                ResidenceKind.REGISTRATION,
                fields.pastDate("from", request.getFrom()),
                null);
    }

    private RegisterResponse response(Residence residence) {
        return RegisterResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())))
                .build();
    }
}
