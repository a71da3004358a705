package onepermit.education.allocation.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.education.allocation.AllocateSeats;
import onepermit.education.allocation.EnrolPlaced;
import onepermit.education.allocation.GiveBackPlace;
import onepermit.education.allocation.Placement;
import onepermit.education.allocation.Placements;
import onepermit.education.allocation.WhatIf;
import onepermit.education.application.ApplicationLooks;
import onepermit.education.application.SchoolApplication;
import onepermit.education.look.ManyLooks;
import onepermit.education.roll.RollPublication;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.education.v1.AllocateSeatsRequest;
import onepermit.education.v1.AllocateSeatsResponse;
import onepermit.education.v1.AllocationServiceGrpc;
import onepermit.education.v1.EnrolPlacedRequest;
import onepermit.education.v1.EnrolPlacedResponse;
import onepermit.education.v1.GiveBackPlaceRequest;
import onepermit.education.v1.GiveBackPlaceResponse;
import onepermit.education.v1.ListPlacementsRequest;
import onepermit.education.v1.ListPlacementsResponse;
import onepermit.education.v1.WhatIfRequest;
import onepermit.education.v1.WhatIfResponse;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.RequestLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Allocations on the wire. Every look is recorded before its answer leaves. */
@Component
class AllocationEndpoint extends AllocationServiceGrpc.AllocationServiceImplBase {
    private static final String SERVICE = AllocationServiceGrpc.SERVICE_NAME + "/";
    private static final List<String> ROLL = List.of("enrolment.record");

    private final OwnRounds own;
    private final Rounds rounds;
    private final Placements placements;
    private final AllocateSeats allocateSeats;
    private final GiveBackPlace giveBackPlace;
    private final EnrolPlaced enrolPlaced;
    private final RollPublication rolls;
    private final SchoolYears years;
    private final WhatIf whatIf;
    private final ApplicationLooks looks;
    private final ManyLooks enrolments;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    AllocationEndpoint(
            OwnRounds own,
            Rounds rounds,
            Placements placements,
            AllocateSeats allocateSeats,
            GiveBackPlace giveBackPlace,
            EnrolPlaced enrolPlaced,
            RollPublication rolls,
            SchoolYears years,
            WhatIf whatIf,
            ApplicationLooks looks,
            ManyLooks enrolments,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.own = own;
        this.rounds = rounds;
        this.placements = placements;
        this.allocateSeats = allocateSeats;
        this.giveBackPlace = giveBackPlace;
        this.enrolPlaced = enrolPlaced;
        this.rolls = rolls;
        this.years = years;
        this.whatIf = whatIf;
        this.looks = looks;
        this.enrolments = enrolments;
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public void allocateSeats(AllocateSeatsRequest request, StreamObserver<AllocateSeatsResponse> answer) {
        AdmissionRound round = own.round(request.getRound(), request.getContext());
        AllocateSeatsResponse allocated = once(
                request.getRequestId(),
                "AllocateSeats",
                AllocateSeatsResponse.parser(),
                () -> AllocationMessages.allocated(round, allocateSeats.allocate(rounds.locked(round.id()))));
        looks.recordNumbers(
                SERVICE + "AllocateSeats",
                request.getContext(),
                AllocationMessages.numbers(placements.ofRound(round.id())),
                allocated);
        answered(answer, allocated);
    }

    @Override
    public void listPlacements(ListPlacementsRequest request, StreamObserver<ListPlacementsResponse> answer) {
        AdmissionRound round = own.round(request.getRound(), request.getContext());
        List<Placement> asked = PlacementPages.asked(request, placements.ofRound(round.id()));
        List<Placement> page = PlacementPages.page(request, asked);
        ListPlacementsResponse listed = ListPlacementsResponse.newBuilder()
                .addAllPlacements(
                        page.stream().map(AllocationMessages::placement).toList())
                .setNextPageToken(PlacementPages.next(asked, page))
                .build();
        looks.recordNumbers(SERVICE + "ListPlacements", request.getContext(), AllocationMessages.numbers(page), listed);
        answered(answer, listed);
    }

    @Override
    public void giveBackPlace(GiveBackPlaceRequest request, StreamObserver<GiveBackPlaceResponse> answer) {
        AdmissionRound round = own.roundOf(request.getNumber(), request.getContext());
        GiveBackPlaceResponse given =
                once(request.getRequestId(), "GiveBackPlace", GiveBackPlaceResponse.parser(), () -> {
                    AdmissionRound locked = rounds.locked(round.id());
                    List<Placement> changed =
                            giveBackPlace.giveBack(locked, unchanged(request.getNumber(), request.getEtag()));
                    return GiveBackPlaceResponse.newBuilder()
                            .setGivenBack(AllocationMessages.placement(changed.getFirst()))
                            .addAllMovedUp(changed.stream()
                                    .skip(1)
                                    .map(AllocationMessages::placement)
                                    .toList())
                            .build();
                });
        looks.recordNumbers(SERVICE + "GiveBackPlace", request.getContext(), AllocationMessages.numbers(given), given);
        answered(answer, given);
    }

    @Override
    public void enrolPlaced(EnrolPlacedRequest request, StreamObserver<EnrolPlacedResponse> answer) {
        AdmissionRound round = own.roundOf(request.getNumber(), request.getContext());
        SchoolApplication application = own.application(request.getNumber());
        LocalDate from = years.read("number", round.year(), round.division()).termStart();
        EnrolPlacedResponse enrolled = Objects.requireNonNull(transactions.execute(transaction -> {
            rolls.lock(List.of(application.child()));
            return requests.once(request.getRequestId(), SERVICE + "EnrolPlaced", EnrolPlacedResponse.parser(), () -> {
                rounds.locked(round.id());
                Placement placement = unchanged(request.getNumber(), request.getEtag());
                return EnrolPlacedResponse.newBuilder()
                        .setPlacement(AllocationMessages.placement(enrolPlaced.enrol(application, placement, from)))
                        .setFrom(from.toString())
                        .build();
            });
        }));
        enrolments.record(SERVICE + "EnrolPlaced", request.getContext(), List.of(application.child()), ROLL, enrolled);
        answered(answer, enrolled);
    }

    @Override
    public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> answer) {
        AdmissionRound round = own.round(request.getRound(), request.getContext());
        WhatIf.Answer asked = whatIf.ask(
                round,
                request.getWeightsList().stream()
                        .map(weight -> new WhatIf.Weight(weight.getCriterion(), weight.getPercent()))
                        .toList(),
                request.getSeatsList().stream()
                        .map(seats -> new WhatIf.Seats(seats.getSchool(), seats.getSeats()))
                        .toList());
        WhatIfResponse told = WhatIfMessages.told(round, asked, request.getMostMoves());
        looks.recordNumbers(SERVICE + "WhatIf", request.getContext(), AllocationMessages.numbers(told), told);
        answered(answer, told);
    }

    private Placement unchanged(String number, String etag) {
        Placement placement = placements.known(number);
        Etag.require(etag, placement.version());
        return placement;
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
