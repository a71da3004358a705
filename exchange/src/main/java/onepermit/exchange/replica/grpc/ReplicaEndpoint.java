package onepermit.exchange.replica.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.reader.Rebuilds;
import onepermit.exchange.replica.reader.Replay;
import onepermit.exchange.replica.reader.ReplicaStates;
import onepermit.exchange.replica.reader.Slot;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.ListParkedRequest;
import onepermit.exchange.v1.ListParkedResponse;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ListReplicasResponse;
import onepermit.exchange.v1.ParkedRecord;
import onepermit.exchange.v1.RebuildRequest;
import onepermit.exchange.v1.RebuildResponse;
import onepermit.exchange.v1.ReplayParkedRequest;
import onepermit.exchange.v1.ReplayParkedResponse;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.exchange.v1.ReplicaStatus;

/** The replicas of this department, for operators. A repeated request does no harm: both mutations are what they are a second time. */
final class ReplicaEndpoint extends ReplicaServiceGrpc.ReplicaServiceImplBase {
    private final Catalogue catalogue;
    private final Department department;
    private final ReplicaStates states;
    private final Replay replay;
    private final Rebuilds rebuilds;
    private final Clock clock;

    ReplicaEndpoint(
            Catalogue catalogue,
            Department department,
            ReplicaStates states,
            Replay replay,
            Rebuilds rebuilds,
            Clock clock) {
        this.catalogue = catalogue;
        this.department = department;
        this.states = states;
        this.replay = replay;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    @Override
    public void listReplicas(ListReplicasRequest request, StreamObserver<ListReplicasResponse> out) {
        List<ReplicaStates.State> all = states.all();
        Map<Slot, Long> lags = states.lags(all);
        out.onNext(ListReplicasResponse.newBuilder()
                .addAllReplicas(all.stream()
                        .map(state -> status(state, lags.getOrDefault(state.slot(), -1L)))
                        .toList())
                .build());
        out.onCompleted();
    }

    @Override
    public void listParked(ListParkedRequest request, StreamObserver<ListParkedResponse> out) {
        int size = request.getPageSize() == 0 ? 100 : request.getPageSize();
        Optional<String> dataset = Optional.of(request.getDataset()).filter(id -> !id.isEmpty());
        dataset.ifPresent(this::read);
        List<ReplicaStates.ParkedRecord> records = states.parked(dataset, after(request.getPageToken()), size);
        out.onNext(ListParkedResponse.newBuilder()
                .addAllRecords(records.stream().map(ReplicaEndpoint::message).toList())
                .setNextPageToken(
                        records.size() < size
                                ? ""
                                : Long.toString(records.getLast().id()))
                .build());
        out.onCompleted();
    }

    @Override
    public void replayParked(ReplayParkedRequest request, StreamObserver<ReplayParkedResponse> out) {
        Dataset dataset = read(request.getDataset());
        ReplayParkedResponse.Builder answer = ReplayParkedResponse.newBuilder();
        if (request.getPerson().isEmpty()) {
            replay.dismiss(dataset);
        } else {
            Replay.Outcome outcome = replay.person(dataset, person(request.getPerson()));
            answer.setApplied(outcome.applied()).setStillParked(outcome.stillParked());
        }
        out.onNext(answer.build());
        out.onCompleted();
    }

    @Override
    public void rebuild(RebuildRequest request, StreamObserver<RebuildResponse> out) {
        Dataset dataset = read(request.getDataset());
        out.onNext(RebuildResponse.newBuilder()
                .setSlot(rebuilds.begin(dataset).number())
                .build());
        out.onCompleted();
    }

    private Dataset read(String id) {
        return catalogue.readBy(department).stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "DATASET_UNKNOWN",
                        "dataset",
                        department.id() + " does not read it; ListReplicas names what it reads")));
    }

    /** Lag -1: the broker does not tell. */
    private ReplicaStatus status(ReplicaStates.State state, long lag) {
        ReplicaStatus.Builder status = ReplicaStatus.newBuilder()
                .setDataset(state.slot().dataset().id())
                .setGeneration(state.slot().generation())
                .setLag(lag)
                .setParkedPersons(state.parkedPersons())
                .setRebuilding(state.rebuilding())
                .setShadowApplied(state.shadowApplied())
                .setProblem(state.problem().orElse(""));
        state.watermark()
                .ifPresent(watermark -> status.setWatermark(Times.timestamp(watermark))
                        .setAgeMillis(
                                Duration.between(watermark, clock.instant()).toMillis()));
        return status.build();
    }

    private static ParkedRecord message(ReplicaStates.ParkedRecord record) {
        return ParkedRecord.newBuilder()
                .setDataset(record.dataset())
                .setPerson(record.person()
                        .map(person -> UnsafeByteOperations.unsafeWrap(person.bytes()))
                        .orElse(ByteString.EMPTY))
                .setPartition(record.part())
                .setOffset(record.offset())
                .setReason(record.reason())
                .setParkedAt(Times.timestamp(record.parkedAt()))
                .build();
    }

    private static PersonKey person(ByteString key) {
        if (key.size() != PersonKey.LENGTH) {
            throw new RefusalException(
                    Refusal.invalid("PERSON_KEY_LENGTH", "person", "expected 17 bytes or none, found " + key.size()));
        }
        return PersonKey.of(key.toByteArray());
    }

    private static long after(String token) {
        try {
            return token.isEmpty() ? 0 : Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new RefusalException(Refusal.invalid(
                    "PAGE_TOKEN_MALFORMED", "page_token", "expected the token of an earlier answer, or none"));
        }
    }
}
