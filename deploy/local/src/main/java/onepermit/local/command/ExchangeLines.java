package onepermit.local.command;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.v1.AuditLedgerRequest;
import onepermit.exchange.v1.AuditLedgerResponse;
import onepermit.exchange.v1.ConvergenceServiceGrpc;
import onepermit.exchange.v1.Dataset;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.ErasureServiceGrpc;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.GetReceiptRequest;
import onepermit.exchange.v1.GetReceiptResponse;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.OpenOriginRequest;
import onepermit.exchange.v1.OpenOriginResponse;
import onepermit.exchange.v1.ProveErasureRequest;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.exchange.v1.ReplicaStatus;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.Side;
import onepermit.local.Department;
import onepermit.local.Local;
import onepermit.local.edge.Line;

/** The exchange's own services, which every department serves, asked at each department. */
final class ExchangeLines implements AutoCloseable {
    private final Line line;

    ExchangeLines(Local local, String token) {
        line = new Line(local, token);
    }

    /** Dataset id to the department that owns it. */
    Map<String, Department> owners() {
        var owners = new LinkedHashMap<String, Department>();
        for (Department department : Department.values())
            for (Dataset dataset : datasetsOf(department)) owners.put(dataset.getId(), department);
        return owners;
    }

    List<ReplicaStatus> replicasAt(Department department) {
        return Line.call(() -> stub(department, ReplicaServiceGrpc.newBlockingStub(line.channel()))
                .listReplicas(ListReplicasRequest.getDefaultInstance())
                .getReplicasList());
    }

    /** @param reader whose copy is compared: the owner leaves out what is not given to it */
    GetDigestResponse digest(Department department, String dataset, Side side, Department reader) {
        var request = GetDigestRequest.newBuilder()
                .setDataset(dataset)
                .setSide(side)
                .setReader(reader.role())
                .build();
        return Line.call(() -> convergence(department).getDigest(request));
    }

    ListBucketResponse bucket(Department department, String dataset, Side side, Department reader, int bucket) {
        var request = ListBucketRequest.newBuilder()
                .setDataset(dataset)
                .setSide(side)
                .setReader(reader.role())
                .setBucket(bucket)
                .build();
        return Line.call(() -> convergence(department).listBucket(request));
    }

    AuditLedgerResponse audit(Department department) {
        return Line.call(() -> ledger(department).auditLedger(AuditLedgerRequest.getDefaultInstance()));
    }

    /** What is left of a person at a department, as its auditor asks for it. */
    ProveErasureResponse whereabouts(Department department, String citizenId) {
        var context =
                RequestContext.newBuilder().setPurpose(Purpose.PURPOSE_ERASURE).setCaseRef("terminal-check");
        var request = ProveErasureRequest.newBuilder()
                .setCitizenId(citizenId)
                .setContext(context)
                .build();
        return Line.call(() -> stub(department, ErasureServiceGrpc.newBlockingStub(line.channel()))
                .proveErasure(request));
    }

    OpenOriginResponse openOrigin(Department department, String requestId, String reason) {
        var request = OpenOriginRequest.newBuilder()
                .setRequestId(requestId)
                .setReason(reason)
                .build();
        return Line.call(() -> ledger(department).openOrigin(request));
    }

    /** A stored decision, as an officer of its department asks for it. */
    Decision decision(Department department, String id) {
        var context =
                RequestContext.newBuilder().setPurpose(purpose(department)).setCaseRef("terminal-receipt");
        var request =
                GetDecisionRequest.newBuilder().setId(id).setContext(context).build();
        return Line.call(() -> stub(department, DecisionServiceGrpc.newBlockingStub(line.channel()))
                .getDecision(request)
                .getDecision());
    }

    private static Purpose purpose(Department department) {
        return switch (department) {
            case PERMIT -> Purpose.PURPOSE_PERMIT_APPLICATION;
            case EDUCATION -> Purpose.PURPOSE_SCHOOL_ADMISSION;
            case SOCIAL -> Purpose.PURPOSE_PENSION;
            case HEALTH -> Purpose.PURPOSE_VACCINATION;
        };
    }

    /** Empty as long as the leaf was not sealed. */
    Optional<GetReceiptResponse> receipt(Department department, long index) {
        var request = GetReceiptRequest.newBuilder()
                .setOrigin("onepermit/" + department.role())
                .setIndex(index)
                .build();
        return Line.call(() -> {
            try {
                return Optional.of(ledger(department).getReceipt(request));
            } catch (StatusRuntimeException e) {
                if (Line.refusedFor("NOT_SEALED_YET", e)) return Optional.<GetReceiptResponse>empty();
                throw e;
            }
        });
    }

    private LedgerServiceGrpc.LedgerServiceBlockingStub ledger(Department department) {
        return stub(department, LedgerServiceGrpc.newBlockingStub(line.channel()));
    }

    private List<Dataset> datasetsOf(Department department) {
        var datasets = new ArrayList<Dataset>();
        String page = "";
        do {
            var request = ListDatasetsRequest.newBuilder().setPageToken(page).build();
            var answer = Line.call(() -> stub(department, FactsServiceGrpc.newBlockingStub(line.channel()))
                    .listDatasets(request));
            datasets.addAll(answer.getDatasetsList());
            page = answer.getNextPageToken();
        } while (!page.isEmpty());
        return datasets;
    }

    private ConvergenceServiceGrpc.ConvergenceServiceBlockingStub convergence(Department department) {
        return stub(department, ConvergenceServiceGrpc.newBlockingStub(line.channel()));
    }

    /** A scan of a large dataset takes its time. */
    private <S extends AbstractStub<S>> S stub(Department department, S stub) {
        return stub.withCallCredentials(line.at(department)).withDeadlineAfter(Line.DEADLINE.multipliedBy(6));
    }

    @Override
    public void close() {
        line.close();
    }
}
