package onepermit.exchange.ledger.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.checkpoint.TlogProof;
import onepermit.exchange.ledger.checkpoint.Trust;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.seal.LedgerAudit;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.ledger.witness.WitnessTable;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.AuditLedgerRequest;
import onepermit.exchange.v1.AuditLedgerResponse;
import onepermit.exchange.v1.GetCheckpointRequest;
import onepermit.exchange.v1.GetCheckpointResponse;
import onepermit.exchange.v1.GetEntriesRequest;
import onepermit.exchange.v1.GetEntriesResponse;
import onepermit.exchange.v1.GetReceiptRequest;
import onepermit.exchange.v1.GetReceiptResponse;
import onepermit.exchange.v1.GetTileRequest;
import onepermit.exchange.v1.GetTileResponse;
import onepermit.exchange.v1.LedgerFinding;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.OpenOriginRequest;
import onepermit.exchange.v1.OpenOriginResponse;

/** Receipts for those whose looks they are, and the signed tree. */
final class LedgerEndpoint extends LedgerServiceGrpc.LedgerServiceImplBase {
    private final TreeTable tree;
    private final Trees trees;
    private final WitnessTable witnesses;
    private final TrustPolicy policy;
    private final LedgerFiles files;
    private final Trouble trouble;
    private final LogReaders readers;
    private final String department;
    private final OriginCall origins;

    /** @param policy says which cosigned checkpoints an audit believes */
    LedgerEndpoint(
            String department,
            Trees trees,
            WitnessTable witnesses,
            TrustPolicy policy,
            Trouble trouble,
            LogReaders readers,
            OriginCall origins) {
        this.trees = trees;
        this.tree = trees.current();
        this.origins = origins;
        this.trouble = trouble;
        this.department = department;
        this.files = new LedgerFiles(trees.current());
        this.readers = readers;
        this.witnesses = witnesses;
        this.policy = policy;
    }

    @Override
    public void getReceipt(GetReceiptRequest request, StreamObserver<GetReceiptResponse> out) {
        TreeTable of = trees.of(request.getOrigin()).orElseThrow(LedgerEndpoint::unknown);
        byte[] leaf =
                of.leaf(request.getIndex()).filter(LedgerEndpoint::isCallersOwn).orElseThrow(LedgerEndpoint::unknown);
        SignedCheckpoint signed =
                witnesses.cosigned(of.origin(), request.getIndex()).orElseThrow(LedgerEndpoint::notSealed);
        TlogProof proof = new TlogProof(
                Optional.of(new TlogProof.Extra(leaf)),
                request.getIndex(),
                of.proofs(signed.checkpoint().size())
                        .inclusion(request.getIndex(), signed.checkpoint().size()),
                signed);
        readers.read("GetReceipt", ByteString.copyFrom(proof.toBytes()));
        out.onNext(GetReceiptResponse.newBuilder()
                .setProof(proof.toString())
                .setCosignatures(cosignatures(signed))
                .build());
        out.onCompleted();
    }

    /** Whoever asks for another's look hears what one hears of a leaf that is not there. */
    private static boolean isCallersOwn(byte[] leaf) {
        try {
            return LedgerLeaf.parseFrom(leaf)
                    .getOfficer()
                    .equals(Callers.current().subject());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    @Override
    public void getCheckpoint(GetCheckpointRequest request, StreamObserver<GetCheckpointResponse> out) {
        SignedCheckpoint signed = tree.latest().map(witnesses::withCosignatures).orElseThrow(LedgerEndpoint::notSealed);
        out.onNext(GetCheckpointResponse.newBuilder()
                .setCheckpoint(signed.toString())
                .setCosignatures(cosignatures(signed))
                .addAllRefusals(trouble.refusals())
                .setSetBack(trouble.setBack())
                .build());
        out.onCompleted();
    }

    @Override
    public void getTile(GetTileRequest request, StreamObserver<GetTileResponse> out) {
        out.onNext(GetTileResponse.newBuilder()
                .setHashes(UnsafeByteOperations.unsafeWrap(files.tile(request.getPath())))
                .build());
        out.onCompleted();
    }

    @Override
    public void getEntries(GetEntriesRequest request, StreamObserver<GetEntriesResponse> out) {
        requireOwn(Callers.current());
        ByteString entries = UnsafeByteOperations.unsafeWrap(files.entries(request.getPath()));
        readers.read("GetEntries", entries);
        out.onNext(GetEntriesResponse.newBuilder().setEntries(entries).build());
        out.onCompleted();
    }

    private void requireOwn(Caller auditor) {
        if (!auditor.department().isEmpty() && !auditor.department().equals(department)) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED,
                    "DEPARTMENT",
                    "",
                    "an auditor of " + auditor.department() + " reads the leaves of that department alone"));
        }
    }

    @Override
    public void auditLedger(AuditLedgerRequest request, StreamObserver<AuditLedgerResponse> out) {
        LedgerAudit.Outcome outcome = new LedgerAudit(tree)
                .audit(witnesses
                        .cosigned(tree.origin(), 0)
                        .filter(signed -> policy.check(signed) instanceof Trust.Trusted));
        AuditLedgerResponse.Builder answer = AuditLedgerResponse.newBuilder()
                .setOrigin(tree.origin())
                .setLeaves(outcome.leaves())
                .setCosigned(outcome.cosigned())
                .addAllRefusals(trouble.refusals())
                .setSetBack(trouble.setBack())
                .addAllFormer(trees.told());
        outcome.finding().map(LedgerEndpoint::message).ifPresent(answer::setFinding);
        out.onNext(answer.build());
        out.onCompleted();
    }

    @Override
    public void openOrigin(OpenOriginRequest request, StreamObserver<OpenOriginResponse> out) {
        out.onNext(origins.open(request));
        out.onCompleted();
    }

    private static LedgerFinding message(LedgerAudit.Finding finding) {
        return LedgerFinding.newBuilder()
                .setIndex(finding.index())
                .setSealedHash(finding.sealed())
                .setStoredHash(finding.stored())
                .setText(finding.text())
                .build();
    }

    private static int cosignatures(SignedCheckpoint signed) {
        return signed.note().signatures().size() - 1;
    }

    private static RefusalException unknown() {
        return new RefusalException(
                Refusal.notFound("LEAF_UNKNOWN", "index", "no look of yours is recorded under this origin and index"));
    }

    private static RefusalException notSealed() {
        return new RefusalException(new Refusal(
                Status.Code.UNAVAILABLE,
                "NOT_SEALED_YET",
                "",
                "the leaf is recorded and not yet in a signed tree; try again in a second"));
    }
}
