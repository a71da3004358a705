package onepermit.exchange.replica.grpc;

import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.replica.convergence.Digests;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Bucket;
import onepermit.exchange.v1.BucketEntry;
import onepermit.exchange.v1.ConvergenceServiceGrpc;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListBucketResponse;
import onepermit.exchange.v1.Side;

/** Digests of what this department owns and of what it reads. */
final class ConvergenceEndpoint extends ConvergenceServiceGrpc.ConvergenceServiceImplBase {
    private final Catalogue catalogue;
    private final Department department;
    private final AgreementBook agreements;
    private final Digests digests;
    private final RoadKeys keys;
    private final FieldCut cut = new FieldCut();

    ConvergenceEndpoint(
            Catalogue catalogue, Department department, AgreementBook agreements, Digests digests, RoadKeys keys) {
        this.catalogue = catalogue;
        this.department = department;
        this.agreements = agreements;
        this.digests = digests;
        this.keys = keys;
    }

    @Override
    public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> out) {
        Dataset dataset = known(request.getDataset(), request.getSide());
        Digests.Digest digest =
                request.getSide() == Side.SIDE_OWNER ? owned(dataset, request.getReader()) : digests.read(dataset.id());
        GetDigestResponse.Builder answer =
                GetDigestResponse.newBuilder().setScannedAt(Times.timestamp(digest.scannedAt()));
        digest.buckets().forEach(bucket -> answer.addBuckets(message(bucket)));
        digest.watermark().map(Times::timestamp).ifPresent(answer::setWatermark);
        out.onNext(answer.build());
        out.onCompleted();
    }

    @Override
    public void listBucket(ListBucketRequest request, StreamObserver<ListBucketResponse> out) {
        Dataset dataset = known(request.getDataset(), request.getSide());
        List<Digests.Entry> entries = request.getSide() == Side.SIDE_OWNER
                ? ownedBucket(dataset, request.getReader(), request.getBucket())
                : digests.readBucket(dataset.id(), request.getBucket());
        out.onNext(ListBucketResponse.newBuilder()
                .addAllEntries(
                        entries.stream().map(ConvergenceEndpoint::message).toList())
                .build());
        out.onCompleted();
    }

    private Digests.Digest owned(Dataset dataset, String reader) {
        Optional<GivenFields> given = given(dataset, reader);
        return isStored(dataset, given)
                ? digests.owned(dataset.id())
                : digests.owned(dataset.id(), key -> keys.of(dataset.personKey(), key), cut(dataset, given));
    }

    private List<Digests.Entry> ownedBucket(Dataset dataset, String reader, int bucket) {
        Optional<GivenFields> given = given(dataset, reader);
        return isStored(dataset, given)
                ? digests.ownedBucket(dataset.id(), bucket)
                : digests.ownedBucket(
                        dataset.id(), bucket, key -> keys.of(dataset.personKey(), key), cut(dataset, given));
    }

    /** Whether a copy has the same bytes as the owner's table, so that the database can do the sums. */
    private static boolean isStored(Dataset dataset, Optional<GivenFields> given) {
        return dataset.personKey() == RoadKeys.FIRST && given.isEmpty();
    }

    private UnaryOperator<byte[]> cut(Dataset dataset, Optional<GivenFields> given) {
        return given.<UnaryOperator<byte[]>>map(fields -> payload -> cut.cut(dataset, payload, fields))
                .orElse(UnaryOperator.identity());
    }

    /** The fields that the reader's copy has; empty = all. */
    private Optional<GivenFields> given(Dataset dataset, String reader) {
        if (reader.isEmpty() || dataset.control()) {
            return Optional.empty();
        }
        if (!dataset.readBy(reader)) {
            throw new RefusalException(Refusal.notFound(
                    "READER_UNKNOWN", "reader", "no such department reads the dataset; leave it empty for all fields"));
        }
        return Optional.of(agreements.kept(reader).getOrDefault(dataset.id(), GivenFields.NONE))
                .filter(fields -> !fields.whole());
    }

    private Dataset known(String id, Side side) {
        return catalogue
                .find(id)
                .filter(dataset -> isHere(dataset, side) && mayCompare(dataset, Callers.current()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "DATASET_UNKNOWN",
                        "dataset",
                        department.id() + (side == Side.SIDE_OWNER ? " does not own it" : " does not read it"))));
    }

    /** Another department compares what it is given; to it, anything else is not here. */
    private boolean mayCompare(Dataset dataset, Caller caller) {
        return !caller.role().equals("service")
                || caller.department().equals(department.id())
                || dataset.control()
                || agreements.given(caller.department()).containsKey(dataset.id());
    }

    private boolean isHere(Dataset dataset, Side side) {
        boolean own = dataset.owner().equals(department.id());
        return side == Side.SIDE_OWNER ? own : !own && dataset.readBy(department.id());
    }

    private static Bucket message(Digests.Bucket bucket) {
        return Bucket.newBuilder()
                .setNumber(bucket.number())
                .setCount(bucket.count())
                .setDigest(UnsafeByteOperations.unsafeWrap(bucket.digest()))
                .build();
    }

    private static BucketEntry message(Digests.Entry entry) {
        return BucketEntry.newBuilder()
                .setPerson(UnsafeByteOperations.unsafeWrap(entry.person().bytes()))
                .setFactId(entry.factId())
                .setIncarnation(entry.incarnation())
                .setVersion(entry.version())
                .setPayloadHash(UnsafeByteOperations.unsafeWrap(entry.payloadHash()))
                .build();
    }
}
