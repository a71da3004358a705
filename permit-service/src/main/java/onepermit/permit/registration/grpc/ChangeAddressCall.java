package onepermit.permit.registration.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.Registrations;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.ChangeAddressResponse;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class ChangeAddressCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final Residences residences;
    private final Registrations registrations;
    private final ResidencePublications publications;

    ChangeAddressCall(
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

    ChangeAddressResponse answer(ChangeAddressRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        LocalDate from = fields.pastDate("from", request.getFrom());
        return mutation.once(
                RegistrationServiceGrpc.getChangeAddressMethod(),
                request.getRequestId(),
                request.getContext(),
                ChangeAddressResponse.parser(),
                List.of(person),
                List.of("residence.registration"),
                () -> {
                    requireAsSeen(person, request.getEtag());
                    return response(registrations.changeAddress(person, division, request.getAddress(), from));
                });
    }

    /** Who moves here from elsewhere is moved by an officer who could not see where he was registered. */
    private void requireAsSeen(PersonKey person, String etag) {
        boolean seen = fields.owns(residences.of(person).divisions());
        Etag.require(etag, publications.version(person), seen);
    }

    private ChangeAddressResponse response(Residence residence) {
        return ChangeAddressResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())))
                .build();
    }
}
