package onepermit.permit.permit.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.EndorsePermit;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitPublications;
import onepermit.permit.v1.EndorseRequest;
import onepermit.permit.v1.EndorseResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.springframework.stereotype.Component;

@Component
class EndorseCall {
    private final RequestFields fields;
    private final Mutation mutation;
    private final HeldPermits held;
    private final EndorsePermit endorse;
    private final PermitPublications publications;
    private final PermitMessages messages;

    EndorseCall(
            RequestFields fields,
            Mutation mutation,
            HeldPermits held,
            EndorsePermit endorse,
            PermitPublications publications,
            PermitMessages messages) {
        this.fields = fields;
        this.mutation = mutation;
        this.held = held;
        this.endorse = endorse;
        this.publications = publications;
        this.messages = messages;
    }

    EndorseResponse answer(EndorseRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("endorsed_on", request.getEndorsedOn());
        return mutation.once(
                PermitServiceGrpc.getEndorseMethod(),
                request.getRequestId(),
                request.getContext(),
                EndorseResponse.parser(),
                List.of(person),
                List.of("permit.status"),
                () -> endorsed(person, request, on));
    }

    private EndorseResponse endorsed(PersonKey person, EndorseRequest request, LocalDate on) {
        requireOwn(person);
        Etag.require(request.getEtag(), publications.version(person));
        return EndorseResponse.newBuilder()
                .setPermit(messages.permit(endorse.endorse(person, on)))
                .setEtag(Etag.of(publications.version(person)))
                .build();
    }

    /** A permit of another division looks like none. */
    private void requireOwn(PersonKey person) {
        boolean own = held.of(person)
                .filter(permit -> fields.owns(List.of(permit.division())))
                .isPresent();
        if (!own) {
            throw HeldPermits.notFound();
        }
    }
}
