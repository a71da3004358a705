package onepermit.social.pension.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.social.pension.BenefitQuestion;
import onepermit.social.pension.ComparisonLevel;
import onepermit.social.pension.DetermineBenefitPlace;
import onepermit.social.pension.RetirementGroup;
import onepermit.social.v1.DetermineBenefitPlaceRequest;
import onepermit.social.v1.DetermineBenefitPlaceResponse;
import onepermit.social.v1.PensionServiceGrpc.PensionServiceImplBase;
import org.springframework.stereotype.Component;

/** {@code PensionService} on the wire. */
@Component
class PensionEndpoint extends PensionServiceImplBase {
    private static final String METHOD = "onepermit.social.v1.PensionService/DetermineBenefitPlace";
    private static final List<String> DATASETS = List.of("hukou.place", "si.months");

    private final DetermineBenefitPlace benefitPlace;
    private final Decisions decisions;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final AccessGuard guard;
    private final Clock clock;

    PensionEndpoint(
            DetermineBenefitPlace benefitPlace,
            Decisions decisions,
            CitizenIds citizenIds,
            PersonKeys keys,
            AccessGuard guard,
            Clock clock) {
        this.benefitPlace = benefitPlace;
        this.decisions = decisions;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void determineBenefitPlace(
            DetermineBenefitPlaceRequest request, StreamObserver<DetermineBenefitPlaceResponse> answer) {
        Caller caller = Callers.current();
        BenefitQuestion question = question(request, AccessGuard.seat(caller));
        guard.check(caller, request.getContext(), question.division());
        Look look = new Look(caller, request.getContext(), METHOD, List.of(question.person()), DATASETS);
        Decision decision = decisions.answer(benefitPlace.decide(question), look);
        answer.onNext(
                DetermineBenefitPlaceResponse.newBuilder().setDecision(decision).build());
        answer.onCompleted();
    }

    private BenefitQuestion question(DetermineBenefitPlaceRequest request, DivisionCode division) {
        CitizenId id = citizenIds.read("citizen_id", request.getCitizenId());
        return new BenefitQuestion(
                keys.of(id),
                id,
                division,
                level(request),
                group(request),
                request.getMakeUpMonths(),
                claimedOn(request.getClaimedOn()),
                request.getContext());
    }

    private LocalDate claimedOn(String text) {
        return text.isEmpty()
                ? LocalDate.now(clock)
                : Dates.notFuture("claimed_on", Dates.read("claimed_on", text), clock);
    }

    private static Optional<ComparisonLevel> level(DetermineBenefitPlaceRequest request) {
        return switch (request.getComparisonLevel()) {
            case COMPARISON_LEVEL_PROVINCE -> Optional.of(ComparisonLevel.PROVINCE);
            case COMPARISON_LEVEL_CITY -> Optional.of(ComparisonLevel.CITY);
            case COMPARISON_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Optional<RetirementGroup> group(DetermineBenefitPlaceRequest request) {
        return switch (request.getGroup()) {
            case RETIREMENT_GROUP_MEN_60 -> Optional.of(RetirementGroup.MEN_60);
            case RETIREMENT_GROUP_WOMEN_55 -> Optional.of(RetirementGroup.WOMEN_55);
            case RETIREMENT_GROUP_WOMEN_50 -> Optional.of(RetirementGroup.WOMEN_50);
            case RETIREMENT_GROUP_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
