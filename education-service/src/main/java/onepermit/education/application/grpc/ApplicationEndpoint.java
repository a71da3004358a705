package onepermit.education.application.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onepermit.education.application.ApplicationLooks;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.SettleApplication;
import onepermit.education.application.VerifyApplication;
import onepermit.education.round.Rounds;
import onepermit.education.v1.GetApplicationRequest;
import onepermit.education.v1.GetApplicationResponse;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ListApplicationsRequest;
import onepermit.education.v1.ListApplicationsResponse;
import onepermit.education.v1.ReviewRequest;
import onepermit.education.v1.ReviewResponse;
import onepermit.education.v1.SchoolApplicationServiceGrpc;
import onepermit.education.v1.VerifyAgainRequest;
import onepermit.education.v1.VerifyAgainResponse;
import onepermit.education.v1.WithdrawRequest;
import onepermit.education.v1.WithdrawResponse;
import onepermit.exchange.access.Callers;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.RequestLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications on the wire. Every look is recorded before its answer leaves. */
@Component
class ApplicationEndpoint extends SchoolApplicationServiceGrpc.SchoolApplicationServiceImplBase {
    private static final String SERVICE = SchoolApplicationServiceGrpc.SERVICE_NAME + "/";

    private final Filings filings;
    private final HandingIn handingIn;
    private final VerifyApplication verify;
    private final SettleApplication settle;
    private final Applications applications;
    private final Rounds rounds;
    private final ApplicationLooks looks;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    ApplicationEndpoint(
            Filings filings,
            HandingIn handingIn,
            VerifyApplication verify,
            SettleApplication settle,
            Applications applications,
            Rounds rounds,
            ApplicationLooks looks,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.filings = filings;
        this.handingIn = handingIn;
        this.verify = verify;
        this.settle = settle;
        this.applications = applications;
        this.rounds = rounds;
        this.looks = looks;
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public void handIn(HandInRequest request, StreamObserver<HandInResponse> answer) {
        HandInResponse handedIn = handingIn.handIn(request, filings.question(request), SERVICE + "HandIn");
        SchoolApplication application =
                applications.known(handedIn.getApplication().getNumber());
        looks.record(SERVICE + "HandIn", request.getContext(), List.of(application), handedIn);
        answered(answer, handedIn);
    }

    @Override
    public void getApplication(GetApplicationRequest request, StreamObserver<GetApplicationResponse> answer) {
        SchoolApplication application = filings.own(request.getNumber(), request.getContext());
        GetApplicationResponse read = GetApplicationResponse.newBuilder()
                .setApplication(ApplicationMessages.application(application))
                .setEtag(Etag.of(application.version()))
                .build();
        looks.record(SERVICE + "GetApplication", request.getContext(), List.of(application), read);
        answered(answer, read);
    }

    @Override
    public void listApplications(ListApplicationsRequest request, StreamObserver<ListApplicationsResponse> answer) {
        List<SchoolApplication> page = filings.page(request);
        ListApplicationsResponse listed = ListApplicationsResponse.newBuilder()
                .addAllApplications(filings.ofStanding(request, page).stream()
                        .map(ApplicationMessages::application)
                        .toList())
                .setNextPageToken(filings.nextToken(request, page))
                .build();
        looks.record(SERVICE + "ListApplications", request.getContext(), filings.ofStanding(request, page), listed);
        answered(answer, listed);
    }

    @Override
    public void verifyAgain(VerifyAgainRequest request, StreamObserver<VerifyAgainResponse> answer) {
        SchoolApplication application = filings.own(request.getNumber(), request.getContext());
        VerifyApplication.Found found = verify.decide(
                verify.again(application, request.getContext()), Callers.current(), SERVICE + "VerifyAgain");
        VerifyAgainResponse kept = changed(
                request.getRequestId(),
                "VerifyAgain",
                application,
                request.getEtag(),
                VerifyAgainResponse.parser(),
                locked -> {
                    SchoolApplication after = verify.keep(locked, found);
                    return VerifyAgainResponse.newBuilder()
                            .setApplication(ApplicationMessages.application(after))
                            .setEtag(Etag.of(after.version()))
                            .build();
                });
        looks.record(SERVICE + "VerifyAgain", request.getContext(), List.of(application), kept);
        answered(answer, kept);
    }

    @Override
    public void review(ReviewRequest request, StreamObserver<ReviewResponse> answer) {
        SchoolApplication application = filings.own(request.getNumber(), request.getContext());
        String officer = Callers.current().subject();
        ReviewResponse settled = changed(
                request.getRequestId(), "Review", application, request.getEtag(), ReviewResponse.parser(), locked -> {
                    SchoolApplication after = settle.review(
                            locked,
                            request.getVerdict().equals("RANKED"),
                            request.getAddedPoints(),
                            officer,
                            request.getReason(),
                            request.getArticle());
                    return ReviewResponse.newBuilder()
                            .setApplication(ApplicationMessages.application(after))
                            .setEtag(Etag.of(after.version()))
                            .build();
                });
        looks.record(SERVICE + "Review", request.getContext(), List.of(application), settled);
        answered(answer, settled);
    }

    @Override
    public void withdraw(WithdrawRequest request, StreamObserver<WithdrawResponse> answer) {
        SchoolApplication application = filings.own(request.getNumber(), request.getContext());
        WithdrawResponse withdrawn = changed(
                request.getRequestId(),
                "Withdraw",
                application,
                request.getEtag(),
                WithdrawResponse.parser(),
                locked -> {
                    SchoolApplication after = settle.withdraw(locked);
                    return WithdrawResponse.newBuilder()
                            .setApplication(ApplicationMessages.application(after))
                            .setEtag(Etag.of(after.version()))
                            .build();
                });
        looks.record(SERVICE + "Withdraw", request.getContext(), List.of(application), withdrawn);
        answered(answer, withdrawn);
    }

    /** One transaction: round and application locked, it unchanged since it was read, the change and the stored answer. */
    private <R extends MessageLite> R changed(
            String requestId,
            String method,
            SchoolApplication application,
            String etag,
            Parser<R> parser,
            Function<SchoolApplication, R> change) {
        return Objects.requireNonNull(transactions.execute(transaction ->
                requests.once(requestId, SERVICE + method, parser, () -> {
                    rounds.locked(application.round());
                    SchoolApplication locked = applications.locked(application.number());
                    Etag.require(etag, locked.version());
                    return change.apply(locked);
                })));
    }

    private static <R> void answered(StreamObserver<R> observer, R answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
