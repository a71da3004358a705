package onepermit.education.exam.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.education.exam.CheckExamEligibility;
import onepermit.education.exam.ExamQuestion;
import onepermit.education.exam.ExamQuestion.Parent;
import onepermit.education.v1.CheckExamEligibilityRequest;
import onepermit.education.v1.CheckExamEligibilityResponse;
import onepermit.education.v1.ExamServiceGrpc;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import org.springframework.stereotype.Component;

/** {@code ExamService} on the wire. */
@Component
class ExamEndpoint extends ExamServiceGrpc.ExamServiceImplBase {
    private final CheckExamEligibility check;
    private final Decisions decisions;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final Clock clock;

    ExamEndpoint(
            CheckExamEligibility check,
            Decisions decisions,
            CitizenIds citizenIds,
            PersonKeys keys,
            Divisions divisions,
            AccessGuard guard,
            Clock clock) {
        this.check = check;
        this.decisions = decisions;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void checkExamEligibility(
            CheckExamEligibilityRequest request, StreamObserver<CheckExamEligibilityResponse> answer) {
        Caller caller = Callers.current();
        ExamQuestion question = question(request);
        guard.check(caller, request.getContext(), question.division());
        Look look = new Look(
                caller,
                request.getContext(),
                ExamServiceGrpc.getCheckExamEligibilityMethod().getFullMethodName(),
                question.persons(),
                CheckExamEligibility.DATASETS);
        Decision decision = decisions.answer(check.decide(question), look, question.division());
        answer.onNext(
                CheckExamEligibilityResponse.newBuilder().setDecision(decision).build());
        answer.onCompleted();
    }

    private ExamQuestion question(CheckExamEligibilityRequest request) {
        CitizenId child = citizenIds.read("child_id", request.getChildId());
        List<Parent> parents = new ArrayList<>();
        for (int i = 0; i < request.getGuardianIdsCount(); i++) {
            CitizenId parent = citizenIds.read("guardian_ids[" + i + "]", request.getGuardianIds(i));
            parents.add(new Parent(keys.of(parent), parent.sex()));
        }
        DivisionCode division = divisions.read("division", request.getDivision());
        return new ExamQuestion(
                keys.of(child), parents, division, registeredOn(request.getRegisteredOn()), request.getContext());
    }

    private LocalDate registeredOn(String text) {
        return text.isEmpty()
                ? LocalDate.now(clock)
                : Dates.notFuture("registered_on", Dates.read("registered_on", text), clock);
    }
}
