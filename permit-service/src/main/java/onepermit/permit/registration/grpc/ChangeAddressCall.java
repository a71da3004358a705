package onepermit.permit.registration.grpc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.registration.ChangeDeadline;
import onepermit.permit.registration.Registrations;
import onepermit.permit.registration.Residence;
import onepermit.permit.registration.ResidencePublications;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.ChangeAddressResponse;
import onepermit.permit.v1.LateChange;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class ChangeAddressCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final Residences residences;
    private final Registrations registrations;
    private final ResidencePublications publications;
    private final ChangeDeadline deadline;

    ChangeAddressCall(
            RequestFields fields,
            Mutation mutation,
            Residences residences,
            Registrations registrations,
            ResidencePublications publications,
            ChangeDeadline deadline) {
        this.fields = fields;
        this.mutation = mutation;
        this.residences = residences;
        this.registrations = registrations;
        this.publications = publications;
        this.deadline = deadline;
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
                    return response(
                            registrations.changeAddress(person, division, request.getAddress(), from),
                            deadline.late(division, from));
                });
    }

    /** Who moves here from elsewhere is moved by an officer who could not see where he was registered. */
    private void requireAsSeen(PersonKey person, String etag) {
        boolean seen = fields.owns(residences.of(person).divisions());
        Etag.require(etag, publications.version(person), seen);
    }

    private ChangeAddressResponse response(Residence residence, Optional<ChangeDeadline.Late> late) {
        ChangeAddressResponse.Builder response = ChangeAddressResponse.newBuilder()
                .addAllPeriods(ResidenceMessages.periods(residence))
                .setEtag(Etag.of(publications.version(residence.person())));
        late.ifPresent(found -> response.setLate(LateChange.newBuilder()
                .setDays(found.days())
                .setAllowed(found.allowed())
                .setRuleSet(found.ruleSet())));
        return response.build();
    }
}
