package onepermit.education.round.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.OpenRound;
import onepermit.education.round.Rounds;
import onepermit.education.round.SeatsAsked;
import onepermit.education.schoolyear.Intake;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.education.v1.AdmissionRoundServiceGrpc;
import onepermit.education.v1.CloseFilingRequest;
import onepermit.education.v1.CloseFilingResponse;
import onepermit.education.v1.GetRoundRequest;
import onepermit.education.v1.GetRoundResponse;
import onepermit.education.v1.OpenRoundRequest;
import onepermit.education.v1.OpenRoundResponse;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds on the wire. They tell nothing of any child, so no look is recorded. */
@Component
class RoundEndpoint extends AdmissionRoundServiceGrpc.AdmissionRoundServiceImplBase {
    private static final String SERVICE = AdmissionRoundServiceGrpc.SERVICE_NAME + "/";

    private final OpenRound openRound;
    private final Rounds rounds;
    private final SchoolYears years;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    RoundEndpoint(
            OpenRound openRound,
            Rounds rounds,
            SchoolYears years,
            Divisions divisions,
            AccessGuard guard,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.openRound = openRound;
        this.rounds = rounds;
        this.years = years;
        this.divisions = divisions;
        this.guard = guard;
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public void openRound(OpenRoundRequest request, StreamObserver<OpenRoundResponse> answer) {
        DivisionCode division = divisions.read("division", request.getDivision());
        requireOwn(division);
        Intake intake =
                years.read("school_year", request.getSchoolYear(), division).intake();
        LocalDate opens = day("opens", request.getOpens(), intake.opens());
        LocalDate closes = day("closes", request.getCloses(), intake.closes());
        answered(answer, once(request.getRequestId(), "OpenRound", OpenRoundResponse.parser(), () -> {
            AdmissionRound round = openRound.open(
                    division,
                    request.getSchoolYear(),
                    opens,
                    closes,
                    request.getSeatsList().stream()
                            .map(seats -> new SeatsAsked(seats.getSchool(), seats.getSeats()))
                            .toList());
            return OpenRoundResponse.newBuilder()
                    .setRound(RoundMessages.round(round))
                    .setEtag(Etag.of(round.version()))
                    .build();
        }));
    }

    @Override
    public void closeFiling(CloseFilingRequest request, StreamObserver<CloseFilingResponse> answer) {
        requireOwn(rounds.known(request.getRound()).division());
        answered(answer, once(request.getRequestId(), "CloseFiling", CloseFilingResponse.parser(), () -> {
            AdmissionRound locked = rounds.locked(request.getRound());
            Etag.require(request.getEtag(), locked.version());
            AdmissionRound round = openRound.closeFiling(locked);
            return CloseFilingResponse.newBuilder()
                    .setRound(RoundMessages.round(round))
                    .setEtag(Etag.of(round.version()))
                    .build();
        }));
    }

    @Override
    public void getRound(GetRoundRequest request, StreamObserver<GetRoundResponse> answer) {
        AdmissionRound round = rounds.known(request.getRound());
        requireOwn(round.division());
        answered(
                answer,
                GetRoundResponse.newBuilder()
                        .setRound(RoundMessages.round(round))
                        .setEtag(Etag.of(round.version()))
                        .build());
    }

    private void requireOwn(DivisionCode division) {
        if (!guard.sameDivision(Callers.current(), division)) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED,
                    "DIVISION",
                    "division",
                    "division " + division.value() + " is not inside the caller's division"));
        }
    }

    private <R extends MessageLite> R once(String requestId, String method, Parser<R> parser, Supplier<R> change) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> requests.once(requestId, SERVICE + method, parser, change)));
    }

    private static LocalDate day(String field, String text, LocalDate otherwise) {
        return text.isEmpty() ? otherwise : Dates.read(field, text);
    }

    private static <R> void answered(StreamObserver<R> observer, R answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
