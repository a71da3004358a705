package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status.Code;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onepermit.exchange.v1.Purpose;
import onepermit.health.v1.GetAssessmentRequest;
import onepermit.health.v1.RecordDoseRequest;
import onepermit.health.v1.VaccinationServiceGrpc;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.RegisterRequest;
import onepermit.permit.v1.RegistrationServiceGrpc;
import onepermit.social.v1.ContributionLine;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.PostContributionsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes with one thing wrong, at both doors: refused by the field, and nothing is stored. */
class WrongChangesTest extends Scenario {
    private static final LocalDate TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    private final HttpDoor http = new HttpDoor(stack);

    record WrongRegistration(String what, Consumer<RegisterRequest.Builder> spoil, String reason, String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<WrongRegistration> registrations() {
        return Stream.of(
                new WrongRegistration("from tomorrow", r -> r.setFrom(TOMORROW.toString()), "DATE_FUTURE", "from"),
                new WrongRegistration("from the 30th of February", r -> r.setFrom("2025-02-30"), "DATE_FORMAT", "from"),
                new WrongRegistration("a date of words", r -> r.setFrom("yesterday"), "FIELD_INVALID", "from"),
                new WrongRegistration("before birth", r -> r.setFrom("1980-01-01"), "DATE_BEFORE_BIRTH", "from"),
                new WrongRegistration(
                        "an unknown division", r -> r.setDivision("359999"), "DIVISION_UNKNOWN", "division"),
                new WrongRegistration("no request_id", r -> r.clearRequestId(), "FIELD_INVALID", "request_id"),
                new WrongRegistration("a long address", r -> r.setAddress("路".repeat(501)), "FIELD_INVALID", "address"),
                new WrongRegistration("no name", r -> r.clearName(), "FIELD_INVALID", "name"));
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_wrong_registration_is_refused_and_not_stored(WrongRegistration wrong) {
        var person = SyntheticId.man("1988-05-04");
        var request = registration(person);
        wrong.spoil().accept(request);

        var grpc = Refused.by(() -> registrations(SIMING).register(request.build()));
        var answer = http.post("/v1/residences:register", json(request.build()), door.token("permit-officer", SIMING));

        assertThat(grpc.code()).as(grpc.text()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(grpc.reason()).isEqualTo(wrong.reason());
        assertThat(grpc.field()).isEqualTo(wrong.field());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(wrong.reason());
        assertThat(grpc.text() + answer.body()).doesNotContain(person);
        isRegisteredNowhere(person);
    }

    @Test
    void a_registration_in_another_division_is_refused_and_not_stored() {
        var person = SyntheticId.man("1988-05-04");

        var grpc = Refused.by(
                () -> registrations(JIMEI).register(registration(person).build()));

        assertThat(grpc.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(grpc.reason()).isEqualTo("DIVISION");
        isRegisteredNowhere(person);
    }

    @Test
    void a_dose_of_tomorrow_before_birth_or_unknown_is_refused_and_not_stored() {
        var child = SyntheticId.woman("2019-03-02");

        assertThat(refused(dose(child).setGivenOn(TOMORROW.toString()))).isEqualTo("DATE_FUTURE");
        assertThat(refused(dose(child).setGivenOn("2019-03-01"))).isEqualTo("DATE_BEFORE_BIRTH");
        assertThat(refused(dose(child).setVaccine("ELIXIR"))).isEqualTo("VACCINE_UNKNOWN");
        assertThat(vaccinations()
                        .getAssessment(GetAssessmentRequest.newBuilder()
                                .setCitizenId(child)
                                .setTermStart("2025-09-01")
                                .setContext(FrontDoor.context(Purpose.PURPOSE_VACCINATION, "E2E-WRONG"))
                                .build())
                        .getDosesList())
                .isEmpty();
    }

    @Test
    void a_month_to_come_is_a_rejected_line_and_not_stored() {
        var person = SyntheticId.man("1988-05-04");
        var batch = PostContributionsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setEmployer("FLEXIBLE")
                .setPlace("350200")
                .addLines(ContributionLine.newBuilder()
                        .setCitizenId(person)
                        .setMonth(YearMonth.from(TOMORROW).plusMonths(1).toString())
                        .setKind(InsuranceKind.INSURANCE_KIND_PENSION))
                .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-WRONG"))
                .build();

        var answer = http.post("/v1/contributions:post", json(batch), door.token("social-insurance-officer", "350200"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("DATE_FUTURE").doesNotContain("\"posted\"", person);
        assertThat(door.as(
                                "social-insurance-officer",
                                "350200",
                                ContributionServiceGrpc.newBlockingStub(door.channel()))
                        .getContributionHistory(GetContributionHistoryRequest.newBuilder()
                                .setCitizenId(person)
                                .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-WRONG"))
                                .build())
                        .getSeriesList())
                .isEmpty();
    }

    private String refused(RecordDoseRequest.Builder dose) {
        return Refused.by(() -> vaccinations().recordDose(dose.build())).reason();
    }

    private void isRegisteredNowhere(String person) {
        var none = Refused.by(() -> registrations("350200")
                .getResidence(GetResidenceRequest.newBuilder()
                        .setCitizenId(person)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION, "E2E-WRONG"))
                        .build()));
        assertThat(none.code()).isEqualTo(Code.NOT_FOUND);
    }

    private RegistrationServiceGrpc.RegistrationServiceBlockingStub registrations(String division) {
        return door.as("permit-officer", division, RegistrationServiceGrpc.newBlockingStub(door.channel()));
    }

    private VaccinationServiceGrpc.VaccinationServiceBlockingStub vaccinations() {
        return door.as("vaccination-officer", SIMING, VaccinationServiceGrpc.newBlockingStub(door.channel()));
    }

    private static RegisterRequest.Builder registration(String person) {
        return RegisterRequest.newBuilder()
                .setCitizenId(person)
                .setName("欧阳·峰")
                .setDivision(SIMING)
                .setAddress("某路1号")
                .setFrom("2024-03-01")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(FrontDoor.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION, "E2E-WRONG"));
    }

    private static RecordDoseRequest.Builder dose(String child) {
        return RecordDoseRequest.newBuilder()
                .setCitizenId(child)
                .setVaccine("HepB")
                .setGivenOn("2019-03-03")
                .setDivision(SIMING)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(FrontDoor.context(Purpose.PURPOSE_VACCINATION, "E2E-WRONG"));
    }

    /** On one line: a stream takes a message a line. */
    private static String json(Message message) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
