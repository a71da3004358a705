package onepermit.exchange.decision;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.ConfirmRefusalRequest;
import onepermit.exchange.v1.ConfirmRefusalResponse;
import onepermit.exchange.v1.DecisionServiceGrpc.DecisionServiceImplBase;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.GetDecisionResponse;
import onepermit.exchange.v1.OverturnRequest;
import onepermit.exchange.v1.OverturnResponse;
import onepermit.exchange.v1.RequestContext;

/** Stored decisions at the door: every reading and every act is a look of its own. */
final class DecisionEndpoint extends DecisionServiceImplBase {
    private final String department;
    private final DecisionTable table;
    private final Ledger ledger;
    private final OfficerActs acts;
    private final AccessGuard guard;

    DecisionEndpoint(String department, DecisionTable table, Ledger ledger, OfficerActs acts, AccessGuard guard) {
        this.department = department;
        this.table = table;
        this.ledger = ledger;
        this.acts = acts;
        this.guard = guard;
    }

    @Override
    public void getDecision(GetDecisionRequest request, StreamObserver<GetDecisionResponse> answer) {
        var stored = find(request.getId());
        recorded(stored, request.getContext(), "GetDecision");
        answer.onNext(GetDecisionResponse.newBuilder()
                .setReplacedBy(table.replacedBy(request.getId()).orElse(""))
                .setDecision(stored.decision())
                .setBody(ByteString.copyFrom(stored.body()))
                .setEtag(Etag.of(stored.version()))
                .build());
        answer.onCompleted();
    }

    @Override
    public void confirmRefusal(ConfirmRefusalRequest request, StreamObserver<ConfirmRefusalResponse> answer) {
        recorded(find(request.getId()), request.getContext(), "ConfirmRefusal");
        var act = new OfficerActs.Act(
                request.getId(),
                request.getRequestId(),
                request.getEtag(),
                "CONFIRMED",
                request.getReason(),
                request.getArticle());
        answer.onNext(acts.confirm(
                act,
                ConfirmRefusalResponse.parser(),
                stored -> ConfirmRefusalResponse.newBuilder()
                        .setDecision(stored.decision())
                        .setEtag(Etag.of(stored.version()))
                        .build()));
        answer.onCompleted();
    }

    @Override
    public void overturn(OverturnRequest request, StreamObserver<OverturnResponse> answer) {
        recorded(find(request.getId()), request.getContext(), "Overturn");
        var act = new OfficerActs.Act(
                request.getId(),
                request.getRequestId(),
                request.getEtag(),
                "OVERTURNED",
                request.getReason(),
                request.getArticle());
        answer.onNext(acts.overturn(
                act,
                OverturnResponse.parser(),
                stored -> OverturnResponse.newBuilder()
                        .setDecision(stored.decision())
                        .setEtag(Etag.of(stored.version()))
                        .build()));
        answer.onCompleted();
    }

    /** A decision of another department or division looks like none. */
    private Stored find(String id) {
        return table.find(id, false)
                .filter(stored -> mayRead(Callers.current(), stored.division()))
                .orElseThrow(DecisionEndpoint::notFound);
    }

    private boolean mayRead(Caller caller, String division) {
        boolean ownDepartment =
                caller.department().isEmpty() || caller.department().equals(department);
        boolean ownDivision =
                division.isEmpty() ? caller.division() == null : guard.sameDivision(caller, new DivisionCode(division));
        return ownDepartment && ownDivision;
    }

    private void recorded(Stored stored, RequestContext context, String method) {
        ledger.append(new Look(
                Callers.current(),
                context,
                "onepermit.exchange.v1.DecisionService/" + method,
                stored.persons(),
                List.of("decision"),
                stored.decision().getBodyHash().toByteArray()));
    }

    static RefusalException notFound() {
        return new RefusalException(
                Refusal.notFound("DECISION_NOT_FOUND", "id", "no decision of that id in the caller's division"));
    }
}
