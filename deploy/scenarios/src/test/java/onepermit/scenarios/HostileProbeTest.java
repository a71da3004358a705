package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody on record in Siming, of whom an officer elsewhere wants to know whether she is: what he hears is what he hears of nobody. */
class HostileProbeTest extends Hostile {
    private final String nobody = SyntheticId.woman("1990-08-21");
    private String known = "";

    @BeforeAll
    void somebody_is_on_record() {
        var family = new Family(city, "2019-03-02").kin();
        known = family.mother;
        family.lives(known, SIMING, "2020-08-01")
                .works(known, SIMING, "2021-01-01")
                .insured(known, "2024-01", "2024-03");
    }

    @ParameterizedTest
    @MethodSource("probes")
    void a_record_of_another_division_looks_like_none(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> probes() {
        String jimei = door.token("permit-officer", JIMEI);
        String wuhan = door.token("social-insurance-officer", WUHAN);
        String beyond = door.token("admission-officer", TONGZHOU);
        return Stream.of(
                attempt(
                        "where she lives",
                        () -> same("/v1/residences:get", "RESIDENCE_REGISTRATION", jimei),
                        "404, and the same of nobody"),
                attempt(
                        "her permit",
                        () -> same("/v1/permits:get", "PERMIT_APPLICATION", jimei),
                        "404, and the same of nobody"),
                attempt(
                        "her months of insurance",
                        () -> same("/v1/contributions:history", "CONTRIBUTION", wuhan),
                        "200, and the same of nobody"),
                attempt(
                        "her transfers of pension",
                        () -> same("/v1/pensionTransfers:get", "PENSION", wuhan),
                        "200, and the same of nobody"),
                attempt("her points", () -> same("/v1/points:get", "POINTS", wuhan), "404, and the same of nobody"),
                attempt("her roll", () -> same("/v1/roll:get", "SCHOOL_ROLL", beyond), "200, and the same of nobody"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_is_for_the_division_it_was_made_in(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> decisions() {
        String id = decided();
        return Stream.of(
                attempt(
                        "a decision of another division, by its id",
                        () -> decision("get", id, JIMEI),
                        "404 DECISION_NOT_FOUND"),
                attempt(
                        "a decision that there is not",
                        () -> decision("get", "00000000-0000-4000-8000-000000000000", JIMEI),
                        "404 DECISION_NOT_FOUND"),
                attempt(
                        "its refusal confirmed by another division",
                        () -> decision("confirmRefusal", id, JIMEI),
                        "404 DECISION_NOT_FOUND"),
                attempt(
                        "it overturned by another division",
                        () -> decision("overturn", id, JIMEI),
                        "404 DECISION_NOT_FOUND"),
                attempt(
                        "it looked for at another department",
                        () -> post(
                                "/v1/departments/health/decisions:get",
                                body(id, ""),
                                door.token("vaccination-officer", SIMING)),
                        "404 DECISION_NOT_FOUND"));
    }

    private String decided() {
        return door.as("admission-officer", SIMING, AdmissionServiceGrpc.newBlockingStub(door.channel()))
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(SyntheticId.woman("2019-05-06"))
                        .addGuardians(Guardian.newBuilder().setCitizenId(SyntheticId.man("1988-05-04")))
                        .setDivision(SIMING)
                        .setSchoolYear(2025)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "TEST-HOSTILE"))
                        .build())
                .getDecision()
                .getId();
    }

    private String decision(String method, String id, String division) {
        String act = method.equals("get")
                ? ""
                : "\"requestId\":\"%s\",\"etag\":\"v1\",\"reason\":\"because\",\"article\":\"1\","
                        .formatted(UUID.randomUUID());
        return post(
                "/v1/departments/education/decisions:" + method,
                body(id, act),
                door.token("admission-officer", division));
    }

    private static String body(String id, String act) {
        return "{\"id\":\"%s\",%s%s}".formatted(id, act, context("SCHOOL_ADMISSION"));
    }

    private String same(String path, String purpose, String token) {
        return compared(path, about(known, purpose), about(nobody, purpose), token);
    }

    /** Both answers, word for word. */
    private String compared(String path, String ofHer, String ofNobody, String token) {
        var hers = http.post(path, ofHer, token);
        var nobodys = http.post(path, ofNobody, token);
        assertThat(hers.body()).doesNotContain(known);
        return hers.statusCode() + ", and "
                + (hers.body().equals(nobodys.body()) && hers.statusCode() == nobodys.statusCode()
                        ? "the same of nobody"
                        : "of nobody " + nobodys.statusCode() + ": " + hers.body() + nobodys.body());
    }
}
