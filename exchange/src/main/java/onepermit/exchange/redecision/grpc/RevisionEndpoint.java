package onepermit.exchange.redecision.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Revision;
import onepermit.exchange.redecision.Revisions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.AcknowledgeRevisionRequest;
import onepermit.exchange.v1.AcknowledgeRevisionResponse;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.ListRevisionsResponse;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.RevisionServiceGrpc;
import onepermit.exchange.v1.RevisionServiceGrpc.RevisionServiceImplBase;
import org.springframework.transaction.support.TransactionOperations;

/** {@code RevisionService} on the wire. A revision of another department or division looks like none. */
final class RevisionEndpoint extends RevisionServiceImplBase {
    private static final int USUAL_PAGE = 50;

    private final String department;
    private final Revisions revisions;
    private final AccessGuard guard;
    private final RequestLog requests;
    private final TransactionOperations transactions;
    private final Ledger ledger;

    RevisionEndpoint(
            String department,
            Revisions revisions,
            AccessGuard guard,
            RequestLog requests,
            TransactionOperations transactions,
            Ledger ledger) {
        this.department = department;
        this.revisions = revisions;
        this.guard = guard;
        this.requests = requests;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    @Override
    public void listRevisions(ListRevisionsRequest request, StreamObserver<ListRevisionsResponse> out) {
        Caller caller = Callers.current();
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        List<Revision> found = own(caller)
                ? revisions.list(new Revisions.Asked(
                        AccessGuard.seat(caller),
                        request.getCaseId(),
                        request.getSeenToo(),
                        request.getConfirmedOnly(),
                        request.getPageToken(),
                        size + 1))
                : List.of();
        List<Revision> page = found.subList(0, Math.min(size, found.size()));
        ListRevisionsResponse.Builder listed = ListRevisionsResponse.newBuilder()
                .setNextPageToken(found.size() > size ? page.getLast().id() : "");
        page.forEach(revision -> listed.addRevisions(message(revision)));
        ListRevisionsResponse told = listed.build();
        record("ListRevisions", request.getContext(), page, told);
        out.onNext(told);
        out.onCompleted();
    }

    @Override
    public void acknowledgeRevision(
            AcknowledgeRevisionRequest request, StreamObserver<AcknowledgeRevisionResponse> out) {
        Caller caller = Callers.current();
        Revision found = known(request.getId(), caller);
        transactions.execute(status -> requests.once(
                request.getRequestId(), "RevisionService/AcknowledgeRevision", StringValue.parser(), () -> {
                    revisions.seen(found.id(), caller.subject());
                    return StringValue.of(found.id());
                }));
        Revision seen = known(request.getId(), caller);
        AcknowledgeRevisionResponse told = AcknowledgeRevisionResponse.newBuilder()
                .setRevision(message(seen))
                .build();
        record("AcknowledgeRevision", request.getContext(), List.of(seen), told);
        out.onNext(told);
        out.onCompleted();
    }

    private Revision known(String id, Caller caller) {
        return revisions
                .find(id)
                .filter(found -> own(caller) && guard.sameDivision(caller, new DivisionCode(found.division())))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "REVISION_NOT_FOUND", "id", "no revision of that id in the caller's division")));
    }

    private boolean own(Caller caller) {
        return caller.department().isEmpty() || caller.department().equals(department);
    }

    private void record(String method, RequestContext context, List<Revision> told, Message answer) {
        ledger.append(new Look(
                        Callers.current(),
                        context,
                        RevisionServiceGrpc.SERVICE_NAME + "/" + method,
                        told.stream()
                                .flatMap(revision -> revision.persons().stream())
                                .distinct()
                                .toList(),
                        List.of("decision"))
                .answered(sha256(answer)));
    }

    private static DecisionRevision message(Revision revision) {
        DecisionRevision.Builder message = DecisionRevision.newBuilder()
                .setId(revision.id())
                .setKind(revision.kind())
                .setCaseId(revision.caseId())
                .setDivision(revision.division())
                .setBefore(revision.before())
                .setAfter(revision.after())
                .setOutcomeBefore(revision.outcomeBefore())
                .setOutcomeAfter(revision.outcomeAfter())
                .setApplied(revision.applied())
                .addAllBecause(revision.because())
                .setAt(timestamp(revision.at()));
        Revision.Seen seen = revision.seen();
        if (seen != null) {
            message.setSeenBy(seen.by()).setSeenAt(timestamp(seen.at()));
        }
        return message.build();
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    private static byte[] sha256(Message answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
