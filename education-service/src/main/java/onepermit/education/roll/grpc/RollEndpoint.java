package onepermit.education.roll.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.education.roll.KeepRoll;
import onepermit.education.roll.PublishedRoll;
import onepermit.education.roll.RollEntry;
import onepermit.education.roll.RollPublication;
import onepermit.education.roll.TransferPupil;
import onepermit.education.school.School;
import onepermit.education.school.Stage;
import onepermit.education.v1.EnrolRequest;
import onepermit.education.v1.EnrolResponse;
import onepermit.education.v1.GetRollRequest;
import onepermit.education.v1.GetRollResponse;
import onepermit.education.v1.LeaveRequest;
import onepermit.education.v1.LeaveResponse;
import onepermit.education.v1.ReleaseTransferRequest;
import onepermit.education.v1.ReleaseTransferResponse;
import onepermit.education.v1.RequestTransferRequest;
import onepermit.education.v1.RequestTransferResponse;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The school roll on the wire. Every call is recorded before its answer leaves. */
@Component
class RollEndpoint extends RollServiceGrpc.RollServiceImplBase {
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final KeepRoll keepRoll;
    private final TransferPupil transferPupil;
    private final RollPublication publication;
    private final TransactionTemplate transactions;
    private final RequestLog requests;
    private final RollLooks looks;
    private final AccessGuard guard;

    RollEndpoint(
            CitizenIds citizenIds,
            PersonKeys keys,
            KeepRoll keepRoll,
            TransferPupil transferPupil,
            RollPublication publication,
            TransactionTemplate transactions,
            RequestLog requests,
            RollLooks looks,
            AccessGuard guard) {
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.keepRoll = keepRoll;
        this.transferPupil = transferPupil;
        this.publication = publication;
        this.transactions = transactions;
        this.requests = requests;
        this.looks = looks;
        this.guard = guard;
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        LocalDate from = Dates.read("from", request.getFrom());
        School school = keepRoll.school(request.getSchool(), Stage.read("stage", request.getStage()));
        guard.check(Callers.current(), request.getContext(), school.division());
        Change change = new Change("Enrol", request.getContext(), request.getRequestId(), pupil);
        answered(answer, once(change, EnrolResponse.parser(), () -> {
            PublishedRoll roll = keepRoll.of(pupil);
            Etag.require(request.getEtag(), roll.version(), owns(roll));
            return RollMessages.enrolled(keepRoll.enrol(roll.roll(), school, from));
        }));
    }

    @Override
    public void leave(LeaveRequest request, StreamObserver<LeaveResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        LocalDate to = Dates.read("to", request.getTo());
        Change change = new Change("Leave", request.getContext(), request.getRequestId(), pupil);
        answered(answer, once(change, LeaveResponse.parser(), () -> {
            PublishedRoll roll = keepRoll.of(pupil);
            Etag.require(request.getEtag(), owns(roll) ? roll.version() : 0);
            return RollMessages.left(keepRoll.leave(roll.roll(), to));
        }));
    }

    @Override
    public void requestTransfer(RequestTransferRequest request, StreamObserver<RequestTransferResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        LocalDate from = Dates.read("from", request.getFrom());
        School school = keepRoll.school(request.getSchool(), Stage.read("stage", request.getStage()));
        guard.check(Callers.current(), request.getContext(), school.division());
        Change change = new Change("RequestTransfer", request.getContext(), request.getRequestId(), pupil);
        answered(
                answer,
                once(
                        change,
                        RequestTransferResponse.parser(),
                        () -> RequestTransferResponse.newBuilder()
                                .setTransfer(RollMessages.transfer(
                                        transferPupil.request(keepRoll.of(pupil).roll(), school, from)))
                                .build()));
    }

    @Override
    public void releaseTransfer(ReleaseTransferRequest request, StreamObserver<ReleaseTransferResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        Change change = new Change("ReleaseTransfer", request.getContext(), request.getRequestId(), pupil);
        answered(answer, once(change, ReleaseTransferResponse.parser(), () -> {
            PublishedRoll roll = keepRoll.of(pupil);
            Etag.require(request.getEtag(), owns(roll) ? roll.version() : 0);
            return RollMessages.released(transferPupil.release(roll.roll()));
        }));
    }

    @Override
    public void getRoll(GetRollRequest request, StreamObserver<GetRollResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        PublishedRoll roll = keepRoll.of(pupil);
        GetRollResponse read = owns(roll)
                ? RollMessages.read(roll, transferPupil.requested(pupil))
                : GetRollResponse.getDefaultInstance();
        looks.record("GetRoll", request.getContext(), pupil, read);
        answered(answer, read);
    }

    private PersonKey pupil(String id) {
        return keys.of(citizenIds.read("citizen_id", id));
    }

    private record Change(String method, RequestContext context, String requestId, PersonKey pupil) {}

    /** One transaction: the pupil locked, the change, its publication and the stored answer. */
    private <R extends MessageLite> R once(Change change, Parser<R> parser, Supplier<R> work) {
        R answer =
                looks.refusalsToo(change.method(), change.context(), change.pupil(), () -> inOne(change, parser, work));
        looks.record(change.method(), change.context(), change.pupil(), answer);
        return answer;
    }

    private <R extends MessageLite> R inOne(Change change, Parser<R> parser, Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            publication.lock(List.of(change.pupil()));
            return requests.once(change.requestId(), RollLooks.SERVICE + change.method(), parser, work);
        }));
    }

    /** The latest school decides whose officer may look; a roll of others looks like none. */
    private boolean owns(PublishedRoll roll) {
        List<RollEntry> entries = roll.roll().entries();
        return guard.owns(
                Callers.current(),
                entries.isEmpty() ? List.of() : List.of(entries.getLast().division()));
    }

    private static <R> void answered(StreamObserver<R> observer, R answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
