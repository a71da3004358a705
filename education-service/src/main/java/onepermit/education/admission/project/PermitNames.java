package onepermit.education.admission.project;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import onepermit.education.admission.NameExplanations;
import onepermit.education.admission.PersonAsked;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.IdentityServiceGrpc;
import onepermit.permit.v1.MatchNameRequest;
import onepermit.permit.v1.MatchNameResponse;
import onepermit.permit.v1.NameMatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Public security's own words on a name that differs; the decision is recorded before it is asked. */
@Component
class PermitNames implements NameExplanations {
    private static final Logger LOG = LoggerFactory.getLogger(PermitNames.class);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final double SHARE_OF_TIME = 0.7;
    private static final Note NOT_REACHED = note(
            "NAME_NOT_EXPLAINED",
            "姓名与登记不一致，暂时未能向公安机关查询差异。请核对证件姓名，或者稍后再次查询。",
            "The name differs from the one on record and public security could not be asked what differs. Compare with the ID card, or ask again later.");

    private final PeerChannels peers;

    PermitNames(PeerChannels peers) {
        this.peers = peers;
    }

    @Override
    public Note explain(PersonAsked person, RequestContext context) {
        try {
            MatchNameResponse answer = IdentityServiceGrpc.newBlockingStub(peers.to("permit"))
                    .withDeadlineAfter(patience(), TimeUnit.NANOSECONDS)
                    .matchName(MatchNameRequest.newBuilder()
                            .setCitizenId(Objects.requireNonNull(person.id()).value())
                            .setName(person.name())
                            .setContext(context)
                            .build());
            return note(reason(answer.getMatch()), answer.getExplanationZh(), answer.getExplanationEn());
        } catch (StatusRuntimeException | IllegalStateException e) {
            LOG.atWarn()
                    .addKeyValue("status", Status.fromThrowable(e).getCode())
                    .log("public security could not be asked about a name");
            return NOT_REACHED;
        }
    }

    /** The answer must leave in time, whether or not public security speaks. */
    private static long patience() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null
                ? MOST_NANOS
                : Math.min(MOST_NANOS, (long) (SHARE_OF_TIME * deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }

    private static String reason(NameMatch match) {
        return switch (match) {
            case NAME_MATCH_VARIANT -> "NAME_VARIANT";
            case NAME_MATCH_DIFFERENT -> "NAME_DIFFERENT";
            case NAME_MATCH_NO_RECORD -> "NAME_NO_RECORD";
            case NAME_MATCH_EXACT, NAME_MATCH_NORMALISED -> "NAME_AGREES";
            case NAME_MATCH_UNSPECIFIED, UNRECOGNIZED -> NOT_REACHED.getReason();
        };
    }

    private static Note note(String reason, String zh, String en) {
        return Note.newBuilder().setReason(reason).setTextZh(zh).setTextEn(en).build();
    }
}
