package onepermit.health.vaccination.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.health.recipient.Recipient;
import onepermit.health.v1.GetAssessmentRequest;
import onepermit.health.v1.GetAssessmentResponse;
import onepermit.health.v1.RecordDoseRequest;
import onepermit.health.v1.RecordDoseResponse;
import onepermit.health.v1.VaccinationServiceGrpc.VaccinationServiceImplBase;
import onepermit.health.vaccination.AssessVaccination;
import onepermit.health.vaccination.Dose;
import onepermit.health.vaccination.RecordDoses;
import onepermit.health.vaccination.RecordedDose;
import onepermit.health.vaccination.Vaccine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** {@code VaccinationService} on the wire. */
@Component
class VaccinationEndpoint extends VaccinationServiceImplBase {
    private static final String RECORD = "onepermit.health.v1.VaccinationService/RecordDose";

    private final RecordDoses doses;
    private final AssessVaccination assessments;
    private final Answers answers;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final TransactionOperations transaction;
    private final RequestLog requests;
    private final Clock clock;

    VaccinationEndpoint(
            RecordDoses doses,
            AssessVaccination assessments,
            Answers answers,
            CitizenIds citizenIds,
            PersonKeys keys,
            Divisions divisions,
            AccessGuard guard,
            TransactionOperations transaction,
            RequestLog requests,
            Clock clock) {
        this.doses = doses;
        this.assessments = assessments;
        this.answers = answers;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.transaction = transaction;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void recordDose(RecordDoseRequest request, StreamObserver<RecordDoseResponse> answer) {
        RecordedDose dose = dose(request);
        RecordDoseResponse response = answers.refusalsToo(
                RECORD, request.getContext(), dose.recipient().key(), () -> once(request, dose));
        answers.record(RECORD, request.getContext(), dose.recipient().key(), response);
        answer.onNext(response);
        answer.onCompleted();
    }

    @Override
    public void getAssessment(GetAssessmentRequest request, StreamObserver<GetAssessmentResponse> answer) {
        CitizenId id = citizenIds.read("citizen_id", request.getCitizenId());
        DivisionCode seat = AccessGuard.seat(Callers.current());
        guard.check(Callers.current(), request.getContext(), seat);
        var question = new AssessVaccination.Question(keys.of(id), id.birthDate(), seat, termStart(request, id));
        answer.onNext(answers.assessed(request.getContext(), question, assessments.assess(question)));
        answer.onCompleted();
    }

    private RecordDoseResponse once(RecordDoseRequest request, RecordedDose dose) {
        return Objects.requireNonNull(transaction.execute(status -> requests.once(
                request.getRequestId(), RECORD, RecordDoseResponse.parser(), () -> recorded(request, dose))));
    }

    private RecordDoseResponse recorded(RecordDoseRequest request, RecordedDose dose) {
        doses.record(dose, request.getEtag());
        return answers.record(dose.recipient().key());
    }

    private RecordedDose dose(RecordDoseRequest request) {
        DivisionCode division = divisions.read("division", request.getDivision());
        guard.check(Callers.current(), request.getContext(), division);
        CitizenId id = citizenIds.read("citizen_id", request.getCitizenId());
        LocalDate day = Dates.notFuture("given_on", Dates.read("given_on", request.getGivenOn()), clock);
        RecordedDose.notBeforeBirth("given_on", day, id);
        return new RecordedDose(new Recipient(keys.of(id), id), new Dose(vaccine(request.getVaccine()), day, division));
    }

    private static Vaccine vaccine(String code) {
        return Vaccine.of(code)
                .orElseThrow(() -> new RefusalException(Refusal.invalid(
                        "VACCINE_UNKNOWN",
                        "vaccine",
                        "expected one of " + Vaccine.codes() + ", as the national programme names them")));
    }

    private LocalDate termStart(GetAssessmentRequest request, CitizenId id) {
        LocalDate day = Dates.read("term_start", request.getTermStart());
        LocalDate last = LocalDate.now(clock).plusYears(1);
        if (day.isBefore(id.birthDate()) || day.isAfter(last)) {
            throw new RefusalException(Refusal.invalid(
                    "DATE_RANGE", "term_start", day + " is no term of this child; expected from its birth to " + last));
        }
        return day;
    }
}
