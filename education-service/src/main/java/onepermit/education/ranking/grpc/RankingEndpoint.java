package onepermit.education.ranking.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.education.application.ApplicationLooks;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.VerifyApplication;
import onepermit.education.ranking.Entrant;
import onepermit.education.ranking.Objection;
import onepermit.education.ranking.ObjectionStanding;
import onepermit.education.ranking.Objections;
import onepermit.education.ranking.OwnersCorrections;
import onepermit.education.ranking.PublishedLists;
import onepermit.education.ranking.RaiseObjection;
import onepermit.education.ranking.RankRound;
import onepermit.education.ranking.RankingList;
import onepermit.education.ranking.Rankings;
import onepermit.education.ranking.ResolveObjection;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import onepermit.education.v1.GetRankingListRequest;
import onepermit.education.v1.GetRankingListResponse;
import onepermit.education.v1.ListObjectionsRequest;
import onepermit.education.v1.ListObjectionsResponse;
import onepermit.education.v1.RaiseObjectionRequest;
import onepermit.education.v1.RaiseObjectionResponse;
import onepermit.education.v1.RankRoundRequest;
import onepermit.education.v1.RankRoundResponse;
import onepermit.education.v1.RankingObjection;
import onepermit.education.v1.RankingServiceGrpc;
import onepermit.education.v1.ResolveObjectionRequest;
import onepermit.education.v1.ResolveObjectionResponse;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rankings and objections on the wire. Every look is recorded before its answer leaves; the published list tells of numbers alone. */
@Component
class RankingEndpoint extends RankingServiceGrpc.RankingServiceImplBase {
    private static final String SERVICE = RankingServiceGrpc.SERVICE_NAME + "/";

    private final Rounds rounds;
    private final Applications applications;
    private final VerifyApplication verify;
    private final RankRound rankRound;
    private final PublishedLists published;
    private final Rankings rankings;
    private final Objections objections;
    private final RaiseObjection raiseObjection;
    private final ResolveObjection resolveObjection;
    private final OwnersCorrections corrections;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final ApplicationLooks looks;
    private final AccessGuard guard;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    RankingEndpoint(
            Rounds rounds,
            Applications applications,
            VerifyApplication verify,
            RankRound rankRound,
            PublishedLists published,
            Rankings rankings,
            Objections objections,
            RaiseObjection raiseObjection,
            ResolveObjection resolveObjection,
            OwnersCorrections corrections,
            CitizenIds citizenIds,
            PersonKeys keys,
            ApplicationLooks looks,
            AccessGuard guard,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.rounds = rounds;
        this.applications = applications;
        this.verify = verify;
        this.rankRound = rankRound;
        this.published = published;
        this.rankings = rankings;
        this.objections = objections;
        this.raiseObjection = raiseObjection;
        this.resolveObjection = resolveObjection;
        this.corrections = corrections;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.looks = looks;
        this.guard = guard;
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public void rankRound(RankRoundRequest request, StreamObserver<RankRoundResponse> answer) {
        AdmissionRound round = own(request.getRound(), request.getContext());
        RankRoundResponse ranked = once(
                request.getRequestId(),
                "RankRound",
                RankRoundResponse.parser(),
                () -> RankRoundResponse.newBuilder()
                        .setRanking(RankingMessages.head(round, rankRound.rank(rounds.locked(round.id()))))
                        .build());
        looks.record(
                SERVICE + "RankRound",
                request.getContext(),
                applications.ofRound(round.id()).stream()
                        .filter(Entrant::takesPart)
                        .toList(),
                ranked);
        answered(answer, ranked);
    }

    @Override
    public void getRankingList(GetRankingListRequest request, StreamObserver<GetRankingListResponse> answer) {
        RankingList list = published.today(request.getRound());
        answered(answer, RankingPages.of(request, rounds.known(list.round()), list));
    }

    @Override
    public void raiseObjection(RaiseObjectionRequest request, StreamObserver<RaiseObjectionResponse> answer) {
        SchoolApplication application = applications.known(request.getNumber());
        own(application.round(), request.getContext());
        Optional<RaiseObjection.Whose> whose = whose(request);
        RaiseObjectionResponse raised =
                once(request.getRequestId(), "RaiseObjection", RaiseObjectionResponse.parser(), () -> {
                    rounds.locked(application.round());
                    return RaiseObjectionResponse.newBuilder()
                            .setObjection(told(
                                    raiseObjection.raise(
                                            applications.locked(application.number()),
                                            request.getCriterion(),
                                            request.getDataset(),
                                            request.getStatement(),
                                            whose),
                                    application,
                                    request.getContext()))
                            .build();
                });
        looks.record(SERVICE + "RaiseObjection", request.getContext(), List.of(application), raised);
        answered(answer, raised);
    }

    /** Verified before the transaction: the record of the look is a commit of its own. */
    @Override
    public void resolveObjection(ResolveObjectionRequest request, StreamObserver<ResolveObjectionResponse> answer) {
        Objection objection = objections.known(UUID.fromString(request.getId()));
        AdmissionRound round = own(objection.round(), request.getContext());
        SchoolApplication application = applications.known(objection.number());
        if (objection.standing() == ObjectionStanding.OPEN) {
            resolveObjection.requireAnswered(objection, request.getContext());
        }
        VerifyApplication.Found anew = anew(objection, application, request.getContext());
        ResolveObjectionResponse resolved =
                once(request.getRequestId(), "ResolveObjection", ResolveObjectionResponse.parser(), () -> {
                    AdmissionRound locked = rounds.locked(round.id());
                    Objection answered = resolveObjection.resolve(locked, objection.id(), anew);
                    return ResolveObjectionResponse.newBuilder()
                            .setObjection(told(answered, application, request.getContext()))
                            .setRanking(RankingMessages.head(
                                    locked, rankings.latest(locked.id()).orElseThrow()))
                            .build();
                });
        looks.record(SERVICE + "ResolveObjection", request.getContext(), List.of(application), resolved);
        answered(answer, resolved);
    }

    @Override
    public void listObjections(ListObjectionsRequest request, StreamObserver<ListObjectionsResponse> answer) {
        AdmissionRound round = own(request.getRound(), request.getContext());
        List<Objection> ofRound = objections.ofRound(round.id());
        ListObjectionsResponse listed = ListObjectionsResponse.newBuilder()
                .addAllObjections(ofRound.stream()
                        .map(objection -> told(objection, applications.known(objection.number()), request.getContext()))
                        .toList())
                .build();
        List<SchoolApplication> disputed = ofRound.stream()
                .map(Objection::number)
                .distinct()
                .map(applications::known)
                .toList();
        looks.record(SERVICE + "ListObjections", request.getContext(), disputed, listed);
        answered(answer, listed);
    }

    private Optional<RaiseObjection.Whose> whose(RaiseObjectionRequest request) {
        if (request.getCitizenId().isEmpty() || request.getClaimed().isEmpty()) {
            return Optional.empty();
        }
        CitizenIds.requireNone("claimed", request.getClaimed());
        CitizenId id = citizenIds.read("citizen_id", request.getCitizenId());
        return Optional.of(new RaiseObjection.Whose(id, keys.of(id), request.getClaimed()));
    }

    private RankingObjection told(Objection objection, SchoolApplication application, RequestContext context) {
        return RankingMessages.objection(objection, corrections.of(objection, application, context));
    }

    private VerifyApplication.@Nullable Found anew(
            Objection objection, SchoolApplication application, RequestContext context) {
        return resolveObjection.needsVerification(objection)
                ? verify.decide(verify.again(application, context), Callers.current(), SERVICE + "ResolveObjection")
                : null;
    }

    private AdmissionRound own(String id, RequestContext context) {
        AdmissionRound round = rounds.known(id);
        guard.check(Callers.current(), context, round.division());
        return round;
    }

    private <R extends MessageLite> R once(String requestId, String method, Parser<R> parser, Supplier<R> change) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> requests.once(requestId, SERVICE + method, parser, change)));
    }

    private static <R> void answered(StreamObserver<R> observer, R answer) {
        observer.onNext(answer);
        observer.onCompleted();
    }
}
