package onepermit.permit.permit.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.CancelPermits;
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.EndingReason;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitPublications;
import onepermit.permit.permit.ReplacePermit;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.CancelRequest;
import onepermit.permit.v1.CancelResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.ReplaceRequest;
import onepermit.permit.v1.ReplaceResponse;
import org.springframework.stereotype.Component;

/** The end of a card, and of a permit: Replace and Cancel. */
@Component
class EndCalls {
    private static final List<String> DATASETS = List.of("permit.status");

    private final RequestFields fields;
    private final Mutation mutation;
    private final HeldPermits held;
    private final ReplacePermit replace;
    private final CancelPermits cancel;
    private final PermitPublications publications;
    private final PermitMessages messages;

    EndCalls(
            RequestFields fields,
            Mutation mutation,
            HeldPermits held,
            ReplacePermit replace,
            CancelPermits cancel,
            PermitPublications publications,
            PermitMessages messages) {
        this.fields = fields;
        this.mutation = mutation;
        this.held = held;
        this.replace = replace;
        this.cancel = cancel;
        this.publications = publications;
        this.messages = messages;
    }

    ReplaceResponse replace(ReplaceRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("replaced_on", request.getReplacedOn());
        return mutation.once(
                PermitServiceGrpc.getReplaceMethod(),
                request.getRequestId(),
                request.getContext(),
                ReplaceResponse.parser(),
                List.of(person),
                DATASETS,
                () -> {
                    requireOwn(person, request.getEtag());
                    ResidencePermit card = replace.replace(person, EndingReason.valueOf(request.getReason()), on);
                    return ReplaceResponse.newBuilder()
                            .setPermit(messages.permit(card))
                            .setEtag(Etag.of(publications.version(person)))
                            .build();
                });
    }

    CancelResponse cancel(CancelRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("cancelled_on", request.getCancelledOn());
        Ending ending = new Ending(
                on,
                EndingReason.valueOf(request.getReason()),
                Callers.current().subject(),
                request.getExplanation(),
                request.getArticle());
        return mutation.once(
                PermitServiceGrpc.getCancelMethod(),
                request.getRequestId(),
                request.getContext(),
                CancelResponse.parser(),
                List.of(person),
                DATASETS,
                () -> {
                    requireOwn(person, request.getEtag());
                    return CancelResponse.newBuilder()
                            .setPermit(messages.permit(cancel.require(person, ending)))
                            .setEtag(Etag.of(publications.version(person)))
                            .build();
                });
    }

    /** A permit of another division looks like none. */
    private void requireOwn(PersonKey person, String etag) {
        if (held.of(person).filter(permit -> fields.owns(permit.division())).isEmpty()) {
            throw HeldPermits.notFound();
        }
        Etag.require(etag, publications.version(person));
    }
}
