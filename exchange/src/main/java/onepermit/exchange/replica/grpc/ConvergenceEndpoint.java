package onepermit.exchange.replica.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.ConvergenceServiceGrpc.ConvergenceServiceImplBase;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.exchange.v1.Side;

/** {@code onepermit.exchange.v1.ConvergenceService}. */
final class ConvergenceEndpoint extends ConvergenceServiceImplBase {
    private final Digests digests;
    private final Catalogue catalogue;
    private final Department department;

    ConvergenceEndpoint(Digests digests, Catalogue catalogue, Department department) {
        this.digests = digests;
        this.catalogue = catalogue;
        this.department = department;
    }

    @Override
    public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> answer) {
        requireHere(request.getDataset(), request.getSide());
        answer.onNext(digests.digest(request.getDataset(), request.getSide()));
        answer.onCompleted();
    }

    @Override
    public void listBucket(ListBucketRequest request, StreamObserver<ListBucketResponse> answer) {
        requireHere(request.getDataset(), request.getSide());
        answer.onNext(digests.entries(request.getDataset(), request.getSide(), request.getBucket()));
        answer.onCompleted();
    }

    private void requireHere(String id, Side side) {
        boolean here = catalogue.find(id).filter(d -> isHere(d, side)).isPresent();
        if (!here) {
            throw new RefusalException(Refusal.notFound(
                    "DATASET_NOT_HERE",
                    "dataset",
                    "'" + id + "' is not " + (side == Side.SIDE_OWNER ? "owned" : "read") + " by " + department.id()));
        }
    }

    private boolean isHere(Dataset dataset, Side side) {
        boolean owned = dataset.owner().equals(department.id());
        return side == Side.SIDE_OWNER ? owned : !owned && dataset.readBy(department.id());
    }
}
