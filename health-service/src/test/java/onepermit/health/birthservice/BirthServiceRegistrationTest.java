package onepermit.health.birthservice;

import static onepermit.health.Clinic.SIMING;
import static onepermit.health.Clinic.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.health.Clinic;
import onepermit.health.v1.AnswerVerificationRequest;
import onepermit.health.v1.BirthServiceRegistration;
import onepermit.health.v1.BirthServiceRegistrationServiceGrpc;
import onepermit.health.v1.BirthServiceRegistrationServiceGrpc.BirthServiceRegistrationServiceBlockingStub;
import onepermit.health.v1.BirthServiceState;
import onepermit.health.v1.DecideRegistrationRequest;
import onepermit.health.v1.GetRegistrationRequest;
import onepermit.health.v1.GetRegistrationResponse;
import onepermit.health.v1.ListVerificationsRequest;
import onepermit.health.v1.OpenRegistrationRequest;
import onepermit.health.v1.Verification;
import org.junit.jupiter.api.Test;

/** Decree 555 art. 16: where the couple lives it is registered, the hukou place answers, and each has its days. */
class BirthServiceRegistrationTest {
    private static final String CHANGSHA = "430100";
    private static final String YUSHAN = "361123";
    private static final WorkingDays DAYS = WorkingDays.load();
    private final Clinic clinic = Clinic.open();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final String wife = SyntheticIds.woman("1996-01-02");
    private final String husband = SyntheticIds.man("1994-03-04");

    @Test
    void hukou_places_are_asked_and_when_both_say_it_is_right_the_couple_is_registered_at_once() {
        BirthServiceRegistration opened = open();

        assertThat(opened.getState()).isEqualTo(BirthServiceState.BIRTH_SERVICE_STATE_VERIFYING);
        assertThat(opened.getVerificationsList())
                .extracting(Verification::getSpouse, Verification::getDivision)
                .containsExactly(tuple("WIFE", CHANGSHA), tuple("HUSBAND", YUSHAN));
        assertThat(opened.getVerifications(0).getAskBy())
                .isEqualTo(DAYS.after(today, 7).toString());
        assertThat(opened.getVerifications(0).getAnswerBy())
                .isEqualTo(DAYS.after(today, 15).toString());

        answer(CHANGSHA, opened.getVerifications(0), true, "");
        assertThat(registration(opened).getRegistration().getState())
                .isEqualTo(BirthServiceState.BIRTH_SERVICE_STATE_VERIFYING);
        answer(YUSHAN, opened.getVerifications(1), true, "");

        BirthServiceRegistration registered = registration(opened).getRegistration();
        assertThat(registered.getState()).isEqualTo(BirthServiceState.BIRTH_SERVICE_STATE_REGISTERED);
        assertThat(registered.getDecidedOn()).isEqualTo(today.toString());
        assertThat(registered.getTellBy()).isEqualTo(DAYS.after(today, 15).toString());
    }

    @Test
    void what_a_hukou_place_finds_wrong_is_for_an_officer_who_states_the_reason_of_a_refusal() {
        BirthServiceRegistration opened = open();
        assertThat(Refused.by(() -> answer(CHANGSHA, opened.getVerifications(0), false, ""))
                        .reason())
                .isEqualTo("REMARK_MISSING");
        answer(CHANGSHA, opened.getVerifications(0), false, "婚姻状况不符");
        answer(YUSHAN, opened.getVerifications(1), true, "");

        GetRegistrationResponse waiting = registration(opened);
        assertThat(waiting.getRegistration().getState()).isEqualTo(BirthServiceState.BIRTH_SERVICE_STATE_NEEDS_REVIEW);
        assertThat(Refused.by(() -> decide(waiting, false, "")).reason()).isEqualTo("REASON_MISSING");
        decide(waiting, false, "情况有误");

        BirthServiceRegistration refused = registration(opened).getRegistration();
        assertThat(refused.getState()).isEqualTo(BirthServiceState.BIRTH_SERVICE_STATE_REFUSED);
        assertThat(refused.getReason()).isEqualTo("情况有误");
        assertThat(refused.getTellBy()).isEmpty();
        assertThat(Refused.by(() -> decide(registration(opened), true, "")).reason())
                .isEqualTo("REGISTRATION_STATE");
    }

    @Test
    void the_hukou_place_lists_what_it_is_asked_and_nobody_else_sees_or_answers_it() {
        BirthServiceRegistration opened = open();

        List<Verification> asked = officer(CHANGSHA)
                .listVerifications(ListVerificationsRequest.newBuilder()
                        .setDivision(CHANGSHA)
                        .setContext(context(Purpose.PURPOSE_BIRTH_SERVICE))
                        .build())
                .getVerificationsList();

        assertThat(asked)
                .filteredOn(
                        each -> each.getId().equals(opened.getVerifications(0).getId()))
                .extracting(Verification::getCitizenId)
                .containsExactly(wife);
        Refused foreign = Refused.by(() -> answer(YUSHAN, opened.getVerifications(0), true, ""));
        assertThat(foreign.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(foreign.reason()).isEqualTo("VERIFICATION_NOT_FOUND");
        assertThat(Refused.by(() -> officer(CHANGSHA).getRegistration(asked(opened.getId())))
                        .reason())
                .isEqualTo("REGISTRATION_NOT_FOUND");
    }

    @Test
    void a_couple_has_one_registration_under_way_and_a_question_one_answer() {
        BirthServiceRegistration opened = open();
        assertThat(Refused.by(this::open).reason()).isEqualTo("REGISTRATION_OPEN");

        answer(CHANGSHA, opened.getVerifications(0), true, "");
        assertThat(Refused.by(() -> answer(CHANGSHA, opened.getVerifications(0), false, "x"))
                        .reason())
                .isEqualTo("VERIFICATION_ANSWERED");
    }

    @Test
    void without_a_hukou_place_on_record_or_stated_nothing_is_opened() {
        Refused unknown = Refused.by(() ->
                officer(SIMING).openRegistration(opening().clearHusbandHukou().build()));

        assertThat(unknown.reason()).isEqualTo("HUKOU_UNKNOWN");
        assertThat(unknown.fields()).containsExactly("husband_hukou");
        Refused sexes = Refused.by(() ->
                officer(SIMING).openRegistration(opening().setWifeId(husband).build()));
        assertThat(sexes.reason()).isEqualTo("SPOUSE_SEX");
    }

    private BirthServiceRegistration open() {
        return officer(SIMING).openRegistration(opening().build()).getRegistration();
    }

    private OpenRegistrationRequest.Builder opening() {
        return OpenRegistrationRequest.newBuilder()
                .setWifeId(wife)
                .setHusbandId(husband)
                .setDivision(SIMING)
                .setWifeHukou(CHANGSHA)
                .setHusbandHukou(YUSHAN)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(context(Purpose.PURPOSE_BIRTH_SERVICE));
    }

    private void answer(String division, Verification asked, boolean right, String remark) {
        officer(division)
                .answerVerification(AnswerVerificationRequest.newBuilder()
                        .setVerificationId(asked.getId())
                        .setRight(right)
                        .setRemark(remark)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(context(Purpose.PURPOSE_BIRTH_SERVICE))
                        .build());
    }

    private void decide(GetRegistrationResponse seen, boolean register, String reason) {
        officer(SIMING)
                .decideRegistration(DecideRegistrationRequest.newBuilder()
                        .setRegistrationId(seen.getRegistration().getId())
                        .setRegister(register)
                        .setReason(reason)
                        .setRequestId(UUID.randomUUID().toString())
                        .setEtag(seen.getEtag())
                        .setContext(context(Purpose.PURPOSE_BIRTH_SERVICE))
                        .build());
    }

    private GetRegistrationResponse registration(BirthServiceRegistration opened) {
        return officer(SIMING).getRegistration(asked(opened.getId()));
    }

    private static GetRegistrationRequest asked(String id) {
        return GetRegistrationRequest.newBuilder()
                .setRegistrationId(id)
                .setContext(context(Purpose.PURPOSE_BIRTH_SERVICE))
                .build();
    }

    private BirthServiceRegistrationServiceBlockingStub officer(String division) {
        return clinic.service.as(
                "vaccination-officer",
                "health",
                division,
                BirthServiceRegistrationServiceGrpc.newBlockingStub(clinic.service.channel()));
    }
}
