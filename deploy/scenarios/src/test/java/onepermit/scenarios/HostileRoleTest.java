package onepermit.scenarios;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People with a token of their own, who want what is another's: another role or department. */
class HostileRoleTest extends Hostile {
    private static final String VERIFY = "/v1/admissions:verify";
    private static final String HISTORY = "/v1/contributions:history";
    private static final String RESIDENCE = "/v1/residences:get";
    private static final String DOSES = "/v1/vaccinations:assess";
    private static final String ERASE = "/v1/departments/permit/erasures:";
    private static final String AGREEMENTS = "/v1/departments/permit/agreements:";
    private final String person = SyntheticId.woman("1988-05-04");
    private final String child = SyntheticId.woman("2019-05-06");

    @ParameterizedTest
    @MethodSource("roles")
    void no_role_does_what_is_anothers(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> roles() {
        String admission = door.token("admission-officer", SIMING);
        String nurse = door.token("vaccination-officer", SIMING);
        String police = door.token("permit-officer", SIMING);
        String clerk = door.token("social-insurance-officer", "350200");
        String supervisor = door.token("supervisor", SIMING);
        String resident = door.resident(person);
        String wang = tokens.administrator("permit", "wang");
        return Stream.of(
                attempt(
                        "a nurse reads months of insurance",
                        () -> post(HISTORY, about(person, "CONTRIBUTION"), nurse),
                        "403 ROLE"),
                attempt(
                        "a clerk reads where somebody lives",
                        () -> post(RESIDENCE, about(person, "RESIDENCE_REGISTRATION"), clerk),
                        "403 ROLE"),
                attempt("police read vaccinations", () -> post(DOSES, about(child, "VACCINATION"), police), "403 ROLE"),
                attempt(
                        "police read the school roll",
                        () -> post("/v1/roll:get", about(child, "SCHOOL_ROLL"), police),
                        "403 ROLE"),
                attempt(
                        "a school office reads points",
                        () -> post("/v1/points:get", about(person, "POINTS"), admission),
                        "403 ROLE"),
                attempt(
                        "a school office issues a permit",
                        () -> post("/v1/permits:issue", about(person, "PERMIT_APPLICATION"), admission),
                        "403 ROLE"),
                attempt(
                        "a supervisor registers a residence",
                        () -> post("/v1/residences:register", about(person, "RESIDENCE_REGISTRATION"), supervisor),
                        "403 ROLE"),
                attempt(
                        "an operator asks about a person",
                        () -> post(VERIFY, admission(child, person), door.token("operator", "")),
                        "403 ROLE"),
                attempt(
                        "an integrator asks about a person",
                        () -> post(VERIFY, admission(child, person), door.token("integrator", "")),
                        "403 ROLE"),
                attempt(
                        "an auditor asks about a person",
                        () -> post(VERIFY, admission(child, person), door.auditor("education")),
                        "403 ROLE"),
                attempt(
                        "a resident asks about another",
                        () -> post(RESIDENCE, about(person, "RESIDENCE_REGISTRATION"), resident),
                        "403 ROLE"),
                attempt(
                        "a resident reads a decision",
                        () -> post("/v1/departments/education/decisions:get", "{\"id\":\"1\"}", resident),
                        "403 ROLE"),
                attempt(
                        "a resident names whose looks she wants",
                        () -> post("/v1/usage:find", "{\"citizenId\":\"" + child + "\"}", resident),
                        "400 FIELD_UNKNOWN"),
                attempt(
                        "an officer reads who looked at somebody",
                        () -> post("/v1/usage:find", "{}", police),
                        "403 ROLE"),
                attempt(
                        "an administrator reads leaves",
                        () -> ""
                                + http.bytes("/ledger/permit/tile/entries/000", wang)
                                        .statusCode(),
                        "403"),
                attempt(
                        "an auditor reads another department's leaves",
                        () -> ""
                                + http.bytes("/ledger/permit/tile/entries/000", door.auditor("health"))
                                        .statusCode(),
                        "403"),
                attempt(
                        "an auditor erases",
                        () -> post(ERASE + "request", erasure(), door.auditor("permit")),
                        "403 ROLE"),
                attempt(
                        "an auditor confirms an erasure",
                        () -> post(ERASE + "confirm", "{}", door.auditor("permit")),
                        "403 ROLE"),
                attempt(
                        "an auditor approves an agreement",
                        () -> post(AGREEMENTS + "approve", "{}", door.auditor("permit")),
                        "403 ROLE"),
                attempt(
                        "an administrator proves an erasure",
                        () -> post(ERASE + "prove", about(person, "ERASURE"), wang),
                        "403 ROLE"),
                attempt(
                        "another department's administrator erases",
                        () -> post(ERASE + "request", erasure(), tokens.administrator("health", "zhou")),
                        "403 DEPARTMENT"),
                attempt(
                        "an administrator rebuilds a copy",
                        () -> post("/v1/departments/permit/replicas:rebuild", "{}", wang),
                        "403 ROLE"),
                attempt(
                        "an operator confirms a refusal",
                        () -> post(
                                "/v1/departments/education/decisions:confirmRefusal", "{}", door.token("operator", "")),
                        "403 ROLE"),
                attempt(
                        "an officer reads the months of supervision",
                        () -> post("/v1/departments/permit/supervision:months", "{}", police),
                        "403 ROLE"),
                attempt(
                        "an officer begins a ledger anew",
                        () -> post("/v1/departments/permit/ledger:openOrigin", "{}", police),
                        "403 ROLE"),
                attempt(
                        "a role asked for at the token endpoint is not given",
                        () -> post(
                                HISTORY,
                                about(person, "CONTRIBUTION"),
                                tokens.officer("vaccination-officer", SIMING, "nurse-1&role=supervisor")),
                        "403 ROLE"));
    }

    private String erasure() {
        return """
                {"requestId":"%s","citizenId":"%s","ground":"ERASURE_GROUND_PURPOSE_ENDED","basis":"PIPL 47",%s}""".formatted(UUID.randomUUID(), person, context("ERASURE"));
    }
}
