package onepermit.health.birthservice.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.RecordedCalls;
import onepermit.health.RequestFields;
import onepermit.health.birthservice.Deadlines;
import onepermit.health.birthservice.RegisterCouples;
import onepermit.health.birthservice.Registration;
import onepermit.health.birthservice.Registrations;
import onepermit.health.birthservice.Spouse;
import onepermit.health.recipient.Recipients;
import onepermit.health.v1.AnswerVerificationRequest;
import onepermit.health.v1.AnswerVerificationResponse;
import onepermit.health.v1.BirthServiceRegistrationServiceGrpc;
import onepermit.health.v1.DecideRegistrationRequest;
import onepermit.health.v1.DecideRegistrationResponse;
import onepermit.health.v1.GetRegistrationRequest;
import onepermit.health.v1.GetRegistrationResponse;
import onepermit.health.v1.ListVerificationsRequest;
import onepermit.health.v1.ListVerificationsResponse;
import onepermit.health.v1.OpenRegistrationRequest;
import onepermit.health.v1.OpenRegistrationResponse;
import onepermit.health.v1.Verification;
import org.springframework.stereotype.Component;

/** {@code BirthServiceRegistrationService} on the wire. */
@Component
class RegistrationEndpoint extends BirthServiceRegistrationServiceGrpc.BirthServiceRegistrationServiceImplBase {
    private static final List<String> DATASETS = List.of("hukou.place");
    private static final int MOST = 200;

    private final RequestFields fields;
    private final RegisterCouples register;
    private final Registrations registrations;
    private final Recipients recipients;
    private final Deadlines deadlines;
    private final RecordedCalls calls;
    private final Clock clock;

    RegistrationEndpoint(
            RequestFields fields,
            RegisterCouples register,
            Registrations registrations,
            Recipients recipients,
            Deadlines deadlines,
            RecordedCalls calls,
            Clock clock) {
        this.fields = fields;
        this.register = register;
        this.registrations = registrations;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void openRegistration(OpenRegistrationRequest request, StreamObserver<OpenRegistrationResponse> answer) {
        RegisterCouples.Couple couple = couple(request);
        Look look = look(
                BirthServiceRegistrationServiceGrpc.getOpenRegistrationMethod(),
                request.getContext(),
                couple.persons());
        answer.onNext(calls.once(look, request.getRequestId(), OpenRegistrationResponse.parser(), () -> {
            Registration opened = register.open(couple);
            return OpenRegistrationResponse.newBuilder()
                    .setRegistration(RegistrationMessages.of(opened, deadlines))
                    .setEtag(Etag.of(opened.version()))
                    .build();
        }));
        answer.onCompleted();
    }

    @Override
    public void listVerifications(ListVerificationsRequest request, StreamObserver<ListVerificationsResponse> answer) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        Optional<LocalDate> overdue = request.getOverdueOnly() ? Optional.of(LocalDate.now(clock)) : Optional.empty();
        List<onepermit.health.birthservice.Verification> open = registrations.openIn(division, overdue, MOST);
        List<PersonKey> persons = open.stream().map(this::person).toList();
        Map<PersonKey, CitizenId> numbers = recipients.numbers(persons);
        ListVerificationsResponse.Builder listed = ListVerificationsResponse.newBuilder();
        for (int i = 0; i < open.size(); i++) {
            Verification.Builder asked = RegistrationMessages.of(open.get(i));
            Optional.ofNullable(numbers.get(persons.get(i))).ifPresent(id -> asked.setCitizenId(id.value()));
            listed.addVerifications(asked);
        }
        answer.onNext(calls.recorded(
                look(BirthServiceRegistrationServiceGrpc.getListVerificationsMethod(), request.getContext(), persons),
                listed.build()));
        answer.onCompleted();
    }

    @Override
    public void answerVerification(
            AnswerVerificationRequest request, StreamObserver<AnswerVerificationResponse> answer) {
        String asked = request.getVerificationId();
        Registration before = registrations
                .ofVerification(asked)
                .filter(found -> fields.owns(List.of(verification(found, asked).division())))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "VERIFICATION_NOT_FOUND", "verification_id", "nothing of this id is to be verified here")));
        Look look = look(
                BirthServiceRegistrationServiceGrpc.getAnswerVerificationMethod(),
                request.getContext(),
                before.persons());
        answer.onNext(calls.once(look, request.getRequestId(), AnswerVerificationResponse.parser(), () -> {
            Registration answered = register.answer(before, asked, request.getRight(), request.getRemark());
            return AnswerVerificationResponse.newBuilder()
                    .setVerification(RegistrationMessages.of(verification(answered, asked)))
                    .build();
        }));
        answer.onCompleted();
    }

    @Override
    public void decideRegistration(
            DecideRegistrationRequest request, StreamObserver<DecideRegistrationResponse> answer) {
        Registration before = own(request.getRegistrationId());
        Look look = look(
                BirthServiceRegistrationServiceGrpc.getDecideRegistrationMethod(),
                request.getContext(),
                before.persons());
        answer.onNext(calls.once(look, request.getRequestId(), DecideRegistrationResponse.parser(), () -> {
            Registration decided =
                    register.decide(before, request.getRegister(), request.getReason(), request.getEtag());
            return DecideRegistrationResponse.newBuilder()
                    .setRegistration(RegistrationMessages.of(decided, deadlines))
                    .setEtag(Etag.of(decided.version()))
                    .build();
        }));
        answer.onCompleted();
    }

    @Override
    public void getRegistration(GetRegistrationRequest request, StreamObserver<GetRegistrationResponse> answer) {
        Registration found = own(request.getRegistrationId());
        answer.onNext(calls.recorded(
                look(
                        BirthServiceRegistrationServiceGrpc.getGetRegistrationMethod(),
                        request.getContext(),
                        found.persons()),
                GetRegistrationResponse.newBuilder()
                        .setRegistration(RegistrationMessages.of(found, deadlines))
                        .setEtag(Etag.of(found.version()))
                        .build()));
        answer.onCompleted();
    }

    private RegisterCouples.Couple couple(OpenRegistrationRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        Map<Spouse, DivisionCode> stated = new EnumMap<>(Spouse.class);
        stated(request.getWifeHukou(), "wife_hukou").ifPresent(place -> stated.put(Spouse.WIFE, place));
        stated(request.getHusbandHukou(), "husband_hukou").ifPresent(place -> stated.put(Spouse.HUSBAND, place));
        return new RegisterCouples.Couple(
                fields.recipient("wife_id", request.getWifeId()),
                fields.recipient("husband_id", request.getHusbandId()),
                division,
                stated,
                request.getContext());
    }

    private Optional<DivisionCode> stated(String text, String field) {
        return text.isEmpty() ? Optional.empty() : Optional.of(fields.division(field, text));
    }

    /** Of the officer's division; any other looks like none. */
    private Registration own(String id) {
        return registrations
                .find(id)
                .filter(found -> fields.owns(List.of(found.division())))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "REGISTRATION_NOT_FOUND", "registration_id", "no registration of this id here")));
    }

    private PersonKey person(onepermit.health.birthservice.Verification asked) {
        return registrations.find(asked.registration()).orElseThrow().person(asked.spouse());
    }

    private static onepermit.health.birthservice.Verification verification(Registration found, String id) {
        return found.verifications().stream()
                .filter(asked -> asked.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Look look(MethodDescriptor<?, ?> method, RequestContext context, List<PersonKey> persons) {
        return RecordedCalls.look(method, context, persons, DATASETS);
    }
}
