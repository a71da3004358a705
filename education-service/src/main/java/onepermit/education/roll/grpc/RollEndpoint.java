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
        EnrolResponse enrolled = once(pupil, request.getRequestId(), "Enrol", EnrolResponse.parser(), () -> {
            PublishedRoll roll = unchanged(pupil, request.getEtag());
            return RollMessages.enrolled(keepRoll.enrol(roll.roll(), school, from));
        });
        looks.record("Enrol", request.getContext(), pupil, enrolled);
        answered(answer, enrolled);
    }

    @Override
    public void leave(LeaveRequest request, StreamObserver<LeaveResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        LocalDate to = Dates.read("to", request.getTo());
        LeaveResponse left = once(pupil, request.getRequestId(), "Leave", LeaveResponse.parser(), () -> {
            PublishedRoll roll = unchanged(pupil, request.getEtag());
            requireOwn(roll, request.getContext());
            return RollMessages.left(keepRoll.leave(roll.roll(), to));
        });
        looks.record("Leave", request.getContext(), pupil, left);
        answered(answer, left);
    }

    @Override
    public void requestTransfer(RequestTransferRequest request, StreamObserver<RequestTransferResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        LocalDate from = Dates.read("from", request.getFrom());
        School school = keepRoll.school(request.getSchool(), Stage.read("stage", request.getStage()));
        guard.check(Callers.current(), request.getContext(), school.division());
        RequestTransferResponse asked = once(
                pupil,
                request.getRequestId(),
                "RequestTransfer",
                RequestTransferResponse.parser(),
                () -> RequestTransferResponse.newBuilder()
                        .setTransfer(RollMessages.transfer(
                                transferPupil.request(keepRoll.of(pupil).roll(), school, from)))
                        .build());
        looks.record("RequestTransfer", request.getContext(), pupil, asked);
        answered(answer, asked);
    }

    @Override
    public void releaseTransfer(ReleaseTransferRequest request, StreamObserver<ReleaseTransferResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        ReleaseTransferResponse released =
                once(pupil, request.getRequestId(), "ReleaseTransfer", ReleaseTransferResponse.parser(), () -> {
                    PublishedRoll roll = unchanged(pupil, request.getEtag());
                    requireOwn(roll, request.getContext());
                    return RollMessages.released(transferPupil.release(roll.roll()));
                });
        looks.record("ReleaseTransfer", request.getContext(), pupil, released);
        answered(answer, released);
    }

    @Override
    public void getRoll(GetRollRequest request, StreamObserver<GetRollResponse> answer) {
        PersonKey pupil = pupil(request.getCitizenId());
        PublishedRoll roll = keepRoll.of(pupil);
        requireOwn(roll, request.getContext());
        GetRollResponse read = RollMessages.read(roll, transferPupil.requested(pupil));
        looks.record("GetRoll", request.getContext(), pupil, read);
        answered(answer, read);
    }

    private PersonKey pupil(String id) {
        return keys.of(citizenIds.read("citizen_id", id));
    }

    /** One transaction: the pupil locked, the change, its publication and the stored answer. */
    private <R extends MessageLite> R once(
            PersonKey pupil, String requestId, String method, Parser<R> parser, Supplier<R> change) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            publication.lock(List.of(pupil));
            return requests.once(requestId, RollLooks.SERVICE + method, parser, change);
        }));
    }

    private PublishedRoll unchanged(PersonKey pupil, String etag) {
        PublishedRoll roll = keepRoll.of(pupil);
        Etag.require(etag, roll.version());
        return roll;
    }

    /** The latest school decides whose officer may look. */
    private void requireOwn(PublishedRoll roll, RequestContext context) {
        List<RollEntry> entries = roll.roll().entries();
        if (!entries.isEmpty()) {
            guard.check(Callers.current(), context, entries.getLast().division());
        }
    }

    private static <R> void answered(StreamObserver<R> observer, R answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
