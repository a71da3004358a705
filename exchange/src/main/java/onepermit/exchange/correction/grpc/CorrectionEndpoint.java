package onepermit.exchange.correction.grpc;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.correction.Correction;
import onepermit.exchange.correction.Correction.Standing;
import onepermit.exchange.correction.Outcomes;
import onepermit.exchange.correction.ReadCorrections;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.AnswerCorrectionRequest;
import onepermit.exchange.v1.AnswerCorrectionResponse;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.CorrectionServiceGrpc.CorrectionServiceImplBase;
import onepermit.exchange.v1.CorrectionStanding;
import onepermit.exchange.v1.GetCorrectionRequest;
import onepermit.exchange.v1.GetCorrectionResponse;
import onepermit.exchange.v1.ListCorrectionsRequest;
import onepermit.exchange.v1.ListCorrectionsResponse;
import onepermit.exchange.v1.ListOutcomesRequest;
import onepermit.exchange.v1.ListOutcomesResponse;
import onepermit.exchange.v1.RaiseCorrectionRequest;
import onepermit.exchange.v1.RaiseCorrectionResponse;
import onepermit.exchange.v1.SupplementCorrectionRequest;
import onepermit.exchange.v1.SupplementCorrectionResponse;
import org.jspecify.annotations.Nullable;

/** {@code CorrectionService} on the wire. Every look is recorded before its answer leaves. */
final class CorrectionEndpoint extends CorrectionServiceImplBase {
    private static final int USUAL_PAGE = 50;

    private final CorrectionChanges changes;
    private final ReadCorrections read;
    private final Outcomes outcomes;
    private final CorrectionLooks looks;
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final AccessGuard guard;

    CorrectionEndpoint(
            CorrectionChanges changes,
            ReadCorrections read,
            Outcomes outcomes,
            CorrectionLooks looks,
            CitizenIds ids,
            PersonKeys keys,
            AccessGuard guard) {
        this.changes = changes;
        this.read = read;
        this.outcomes = outcomes;
        this.looks = looks;
        this.ids = ids;
        this.keys = keys;
        this.guard = guard;
    }

    @Override
    public void raiseCorrection(RaiseCorrectionRequest request, StreamObserver<RaiseCorrectionResponse> out) {
        Correction raised = changes.raise(request);
        answer(
                out,
                RaiseCorrectionResponse.newBuilder()
                        .setCorrection(CorrectionMessages.of(raised, read.today()))
                        .setEtag(Etag.of(raised.version()))
                        .build());
    }

    @Override
    public void supplementCorrection(
            SupplementCorrectionRequest request, StreamObserver<SupplementCorrectionResponse> out) {
        Correction now = changes.supplement(request);
        answer(
                out,
                SupplementCorrectionResponse.newBuilder()
                        .setCorrection(CorrectionMessages.of(now, read.today()))
                        .setEtag(Etag.of(now.version()))
                        .build());
    }

    @Override
    public void answerCorrection(AnswerCorrectionRequest request, StreamObserver<AnswerCorrectionResponse> out) {
        Correction now = changes.answer(request);
        answer(
                out,
                AnswerCorrectionResponse.newBuilder()
                        .setCorrection(CorrectionMessages.of(now, read.today()))
                        .setEtag(Etag.of(now.version()))
                        .build());
    }

    @Override
    public void getCorrection(GetCorrectionRequest request, StreamObserver<GetCorrectionResponse> out) {
        Correction found = read.known(request.getId(), Callers.current());
        GetCorrectionResponse told = GetCorrectionResponse.newBuilder()
                .setCorrection(CorrectionMessages.of(found, read.today()))
                .setEtag(Etag.of(found.version()))
                .build();
        looks.record("GetCorrection", request.getContext(), List.of(found), told);
        answer(out, told);
    }

    @Override
    public void listCorrections(ListCorrectionsRequest request, StreamObserver<ListCorrectionsResponse> out) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        List<Correction> found = read.page(
                Callers.current(),
                standing(request.getStanding()),
                request.getOverdueOnly(),
                request.getPageToken(),
                size + 1);
        List<Correction> page = found.subList(0, Math.min(size, found.size()));
        ListCorrectionsResponse.Builder told = ListCorrectionsResponse.newBuilder()
                .setNextPageToken(found.size() > size ? ReadCorrections.token(page.getLast()) : "");
        page.forEach(correction -> told.addCorrections(CorrectionMessages.of(correction, read.today())));
        ListCorrectionsResponse listed = told.build();
        looks.record("ListCorrections", request.getContext(), page, listed);
        answer(out, listed);
    }

    @Override
    public void listOutcomes(ListOutcomesRequest request, StreamObserver<ListOutcomesResponse> out) {
        PersonKey person = keys.of(ids.read("citizen_id", request.getCitizenId()));
        Caller caller = Callers.current();
        Outcomes.Found found =
                outcomes.of(person, request.getContext(), division -> guard.sameDivision(caller, division));
        ListOutcomesResponse told = ListOutcomesResponse.newBuilder()
                .addAllOutcomes(found.outcomes())
                .addAllStale(found.stale())
                .build();
        looks.record(
                CorrectionServiceGrpc.getListOutcomesMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of("correction"),
                told);
        answer(out, told);
    }

    private static @Nullable Standing standing(CorrectionStanding asked) {
        return switch (asked) {
            case CORRECTION_STANDING_OPEN -> Standing.OPEN;
            case CORRECTION_STANDING_MORE_NEEDED -> Standing.MORE_NEEDED;
            case CORRECTION_STANDING_CORRECTED -> Standing.CORRECTED;
            case CORRECTION_STANDING_NOT_CORRECTED -> Standing.NOT_CORRECTED;
            case CORRECTION_STANDING_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }

    private static <R extends Message> void answer(StreamObserver<R> out, R response) {
        out.onNext(response);
        out.onCompleted();
    }
}
