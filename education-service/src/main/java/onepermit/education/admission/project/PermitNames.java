package onepermit.education.admission.project;

import io.grpc.StatusRuntimeException;
import onepermit.education.admission.NameExplanations;
import onepermit.education.admission.PersonAsked;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.IdentityServiceGrpc;
import onepermit.permit.v1.MatchNameRequest;
import onepermit.permit.v1.MatchNameResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Public security's own words on a name that differs; the answer to the admission does not wait on them. */
@Component
class PermitNames implements NameExplanations {
    private static final Logger LOG = LoggerFactory.getLogger(PermitNames.class);
    private static final Explanation NOT_REACHED =
            new Explanation("公安机关暂时未能说明差异。", "Public security could not be asked what differs.");

    private final PeerChannels peers;

    PermitNames(PeerChannels peers) {
        this.peers = peers;
    }

    @Override
    public Explanation explain(PersonAsked person, RequestContext context) {
        try {
            MatchNameResponse answer = IdentityServiceGrpc.newBlockingStub(peers.to("permit"))
                    .matchName(MatchNameRequest.newBuilder()
                            .setCitizenId(person.id().value())
                            .setName(person.name())
                            .setContext(context)
                            .build());
            return new Explanation(answer.getExplanationZh(), answer.getExplanationEn());
        } catch (StatusRuntimeException | IllegalStateException e) {
            LOG.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("names could not be compared");
            return NOT_REACHED;
        }
    }
}
