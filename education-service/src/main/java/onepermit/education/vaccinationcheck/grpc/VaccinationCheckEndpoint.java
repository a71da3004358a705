package onepermit.education.vaccinationcheck.grpc;

import com.google.protobuf.MessageLite;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import onepermit.education.look.ManyLooks;
import onepermit.education.roll.KeepRoll;
import onepermit.education.school.School;
import onepermit.education.school.Stage;
import onepermit.education.v1.CheckPupilRequest;
import onepermit.education.v1.CheckPupilResponse;
import onepermit.education.v1.ListCatchUpRequest;
import onepermit.education.v1.ListCatchUpResponse;
import onepermit.education.v1.VaccinationCheckServiceGrpc;
import onepermit.education.vaccinationcheck.CheckPupil;
import onepermit.education.vaccinationcheck.Checked;
import onepermit.education.vaccinationcheck.Checks;
import onepermit.education.vaccinationcheck.VaccinationCheck;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The school's check on the wire. Every look is recorded before its answer leaves. */
@Component
class VaccinationCheckEndpoint extends VaccinationCheckServiceGrpc.VaccinationCheckServiceImplBase {
    private static final String SERVICE = VaccinationCheckServiceGrpc.SERVICE_NAME + "/";
    private static final List<String> DATASETS = List.of("immunisation.assessment", "enrolment.record");

    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final KeepRoll roll;
    private final CheckPupil checkPupil;
    private final Checks checks;
    private final AccessGuard guard;
    private final ManyLooks looks;
    private final TransactionTemplate transactions;
    private final RequestLog requests;

    VaccinationCheckEndpoint(
            CitizenIds citizenIds,
            PersonKeys keys,
            KeepRoll roll,
            CheckPupil checkPupil,
            Checks checks,
            AccessGuard guard,
            ManyLooks looks,
            TransactionTemplate transactions,
            RequestLog requests) {
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.roll = roll;
        this.checkPupil = checkPupil;
        this.checks = checks;
        this.guard = guard;
        this.looks = looks;
        this.transactions = transactions;
        this.requests = requests;
    }

    @Override
    public void checkPupil(CheckPupilRequest request, StreamObserver<CheckPupilResponse> answer) {
        PersonKey pupil = keys.of(citizenIds.read("citizen_id", request.getCitizenId()));
        School school = own(request.getSchool(), request.getContext());
        CheckPupilResponse checked = Objects.requireNonNull(transactions.execute(transaction ->
                requests.once(request.getRequestId(), SERVICE + "CheckPupil", CheckPupilResponse.parser(), () -> {
                    Checked result = checkPupil.check(pupil, school, request.getContext());
                    return CheckPupilResponse.newBuilder()
                            .setCheck(CheckMessages.checked(result))
                            .build();
                })));
        answered("CheckPupil", request.getContext(), List.of(pupil), checked, answer);
    }

    @Override
    public void listCatchUp(ListCatchUpRequest request, StreamObserver<ListCatchUpResponse> answer) {
        School school = own(request.getSchool(), request.getContext());
        List<VaccinationCheck> gaps = checks.withGaps(school.code());
        ListCatchUpResponse listed = ListCatchUpResponse.newBuilder()
                .addAllChecks(gaps.stream().map(CheckMessages::noted).toList())
                .build();
        List<PersonKey> pupils = gaps.stream().map(VaccinationCheck::pupil).toList();
        answered("ListCatchUp", request.getContext(), pupils, listed, answer);
    }

    private School own(String code, RequestContext context) {
        School school = roll.school(code, Stage.PRIMARY);
        guard.check(Callers.current(), context, school.division());
        return school;
    }

    private <R extends MessageLite> void answered(
            String method, RequestContext context, List<PersonKey> pupils, R answer, StreamObserver<R> observer) {
        looks.record(SERVICE + method, context, pupils, DATASETS, answer);
        observer.onNext(answer);
        observer.onCompleted();
    }
}
