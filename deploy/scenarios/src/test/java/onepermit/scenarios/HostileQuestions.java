package onepermit.scenarios;

import java.util.Map;
import java.util.stream.Stream;

/** Good tokens, and questions that their owners may not ask, or that are made to find out or to break something. */
final class HostileQuestions {
    private static final String VERIFY = "/v1/admissions:verify";
    private static final String SCHOOL = "\"PURPOSE_SCHOOL_ADMISSION\"";
    private final FrontDoor door;
    private final HttpDoor http;
    private final Canary canary;

    HostileQuestions(Stack stack, FrontDoor door, Canary canary) {
        this.door = door;
        this.http = new HttpDoor(stack);
        this.canary = canary;
    }

    Stream<Attempt> all() {
        return Stream.of(purposes(), persons(), probes(), json()).flatMap(part -> part);
    }

    static String admission(Canary canary, String division, String purpose) {
        return """
                {"childId":"%s","guardians":[{"citizenId":"%s"}],"division":"%s","schoolYear":2025,"context":{"purpose":%s,"caseRef":"H-1"}}""".formatted(canary.child, canary.id, division, purpose);
    }

    private Stream<Attempt> purposes() {
        return Stream.of(
                verify("another purpose", "403", "PURPOSE", body(SCHOOL).replace("SCHOOL_ADMISSION", "PENSION")),
                verify("no purpose", "400", "PURPOSE_MISSING", body("0")),
                verify("a purpose of an unknown number", "400", "ENUM_UNKNOWN", body("99")),
                verify("a purpose of a number that is none", "400", "FIELD_TYPE", body("99999999999")),
                verify("no case", "400", "CASE_REF_MISSING", body(SCHOOL).replace("H-1", " ")),
                verify(
                        "a case with a line break",
                        "400",
                        "FIELD_INVALID",
                        body(SCHOOL).replace("H-1", "H\\n1")),
                new Attempt(
                        "a purpose that no agreement gives the officer's department",
                        "403",
                        "NOT_AGREED",
                        () -> as(
                                "admission-officer",
                                Scenario.SIMING,
                                "/v1/kinships:check",
                                kinship("PURPOSE_PERMIT_APPLICATION"))),
                verify("another division", "403", "DIVISION", body(SCHOOL).replace("350203", "350211")),
                verify(
                        "the division above one's own",
                        "403",
                        "DIVISION",
                        body(SCHOOL).replace("350203", "350200")));
    }

    /** All of somebody who is on record in another division alone. */
    private Stream<Attempt> persons() {
        return Stream.of(
                person(
                        "a residence of another division",
                        "404",
                        "RESIDENCE_NOT_FOUND",
                        "permit-officer",
                        "/v1/residences:get",
                        "RESIDENCE_REGISTRATION",
                        ""),
                person(
                        "the end of a registration of another division",
                        "409",
                        "ETAG_MISMATCH",
                        "permit-officer",
                        "/v1/residences:end",
                        "RESIDENCE_REGISTRATION",
                        ",\"to\":\"2025-01-06\",\"reason\":\"MOVED_AWAY\",\"etag\":\"v1\"" + requestId()),
                person(
                        "a permit of another division",
                        "404",
                        "PERMIT_NOT_FOUND",
                        "permit-officer",
                        "/v1/permits:get",
                        "PERMIT_APPLICATION",
                        ""),
                person(
                        "the endorsement of a permit of another division",
                        "404",
                        "PERMIT_NOT_FOUND",
                        "permit-officer",
                        "/v1/permits:endorse",
                        "PERMIT_APPLICATION",
                        ",\"etag\":\"v1\"" + requestId()),
                person(
                        "a permit on a guessed decision",
                        "400",
                        "DECISION_UNKNOWN",
                        "permit-officer",
                        "/v1/permits:issue",
                        "PERMIT_APPLICATION",
                        ",\"decisionId\":\"1\"" + requestId()),
                person(
                        "a history of another place",
                        "200",
                        "",
                        "social-insurance-officer",
                        "/v1/contributions:history",
                        "CONTRIBUTION",
                        ""),
                person("a roll of another division", "200", "", "admission-officer", "/v1/roll:get", "SCHOOL_ROLL", ""),
                person(
                        "a pupil of another division taken off",
                        "409",
                        "ETAG_MISMATCH",
                        "admission-officer",
                        "/v1/roll:leave",
                        "SCHOOL_ROLL",
                        ",\"to\":\"2026-01-06\",\"etag\":\"v1\"" + requestId()),
                new Attempt(
                        "a kinship of another division",
                        "200",
                        "",
                        () -> as(
                                "permit-officer",
                                "110000",
                                "/v1/kinships:check",
                                kinship("PURPOSE_RESIDENCE_REGISTRATION"))),
                new Attempt(
                        "a decision by a guessed id",
                        "404",
                        "DECISION_NOT_FOUND",
                        () -> as(
                                "admission-officer",
                                Scenario.SIMING,
                                "/v1/departments/education/decisions:get",
                                "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"context\":{\"purpose\":\"PURPOSE_SCHOOL_ADMISSION\",\"caseRef\":\"H-1\"}}")),
                new Attempt(
                        "the receipt of another's look",
                        "404",
                        "LEAF_UNKNOWN",
                        () -> as(
                                "admission-officer",
                                Scenario.SIMING,
                                "/v1/departments/education/ledger:receipt",
                                "{\"origin\":\"onepermit/education\",\"index\":\"0\"}")));
    }

    private Stream<Attempt> probes() {
        return Stream.of(
                verify(
                        "a pattern for a number",
                        "400",
                        "CITIZEN_ID_LENGTH",
                        body(SCHOOL).replace(canary.child, "99%")),
                verify(
                        "SQL in a number",
                        "400",
                        "CITIZEN_ID_LENGTH",
                        body(SCHOOL).replace(canary.child, "' OR 1=1 --")),
                verify(
                        "the same person twice",
                        "400",
                        "SAME_PERSON_TWICE",
                        body(SCHOOL).replace(canary.id, canary.child)),
                verify(
                        "a school year that is none",
                        "400",
                        "FIELD_INVALID",
                        body(SCHOOL).replace("2025", "-1")),
                new Attempt(
                        "a question in the address",
                        "400",
                        "QUERY_NOT_TAKEN",
                        () -> as("admission-officer", Scenario.SIMING, VERIFY + "?childId=1", body(SCHOOL))),
                new Attempt(
                        "a name with a zero byte",
                        "400",
                        "FIELD_INVALID",
                        () -> as(
                                "permit-officer",
                                Scenario.SIMING,
                                "/v1/residences:register",
                                registration("张\\u0000三"))),
                new Attempt(
                        "a name of half a character",
                        "400",
                        "JSON_INVALID",
                        () -> as(
                                "permit-officer",
                                Scenario.SIMING,
                                "/v1/residences:register",
                                registration("张\\ud800"))));
    }

    private Stream<Attempt> json() {
        return Stream.of(
                verify(
                        "a key twice",
                        "400",
                        "JSON_INVALID",
                        body(SCHOOL).replaceFirst("\\{", "{\"division\":\"350211\",")),
                verify(
                        "a field under both its names",
                        "400",
                        "JSON_INVALID",
                        body(SCHOOL).replaceFirst("\\{", "{\"child_id\":\"" + canary.id + "\",")),
                verify(
                        "a field that is none",
                        "400",
                        "FIELD_UNKNOWN",
                        body(SCHOOL).replaceFirst("\\{", "{\"address\":true,")),
                verify(
                        "a number as the name of a field",
                        "400",
                        "FIELD_UNKNOWN",
                        body(SCHOOL).replaceFirst("\\{", "{\"" + canary.id + "\":1,")),
                verify("a depth of ten thousand", "400", "JSON_INVALID", "{\"guardians\":" + "[".repeat(10_000)),
                verify("two messages in one body", "400", "JSON_INVALID", body(SCHOOL) + body(SCHOOL)),
                verify("an object for a text", "400", "FIELD_TYPE", body(SCHOOL).replace("\"350203\"", "{}")),
                verify("no object", "400", "JSON_INVALID", "[" + body(SCHOOL) + "]"),
                verify("ten megabytes", "413", "BODY_TOO_LARGE", "{\"childId\":\"" + "9".repeat(10 << 20) + "\"}"),
                new Attempt(
                        "a body that says it is packed",
                        "400",
                        "JSON_INVALID",
                        () -> Reply.of(http.post(
                                VERIFY,
                                body(SCHOOL),
                                door.token("admission-officer", Scenario.SIMING),
                                Map.of("Content-Encoding", "gzip")))),
                new Attempt(
                        "a deadline that is none",
                        "400",
                        "TIMEOUT_FORMAT",
                        () -> Reply.of(http.post(
                                VERIFY,
                                body(SCHOOL),
                                door.token("admission-officer", Scenario.SIMING),
                                Map.of("Grpc-Timeout", "-1S")))));
    }

    private Attempt verify(String name, String code, String reason, String body) {
        return new Attempt(name, code, reason, () -> as("admission-officer", Scenario.SIMING, VERIFY, body));
    }

    private Attempt person(
            String name, String code, String reason, String role, String path, String purpose, String more) {
        String division = role.startsWith("social") ? Scenario.WUHAN : Scenario.SIMING;
        String whom = role.startsWith("admission") ? canary.child : canary.id;
        String body = "{\"citizenId\":\"%s\"%s,\"context\":{\"purpose\":\"PURPOSE_%s\",\"caseRef\":\"H-1\"}}"
                .formatted(whom, more, purpose);
        return new Attempt(name, code, reason, () -> as(role, division, path, body));
    }

    private Reply as(String role, String division, String path, String body) {
        return Reply.of(http.post(path, body, door.token(role, division)));
    }

    private String body(String purpose) {
        return admission(canary, Scenario.SIMING, purpose);
    }

    private String kinship(String purpose) {
        return "{\"childId\":\"%s\",\"parentId\":\"%s\",\"context\":{\"purpose\":\"%s\",\"caseRef\":\"H-1\"}}"
                .formatted(canary.child, canary.id, purpose);
    }

    private static String registration(String name) {
        return """
                {"citizenId":"%s","name":"%s","division":"350203","address":"a","from":"2024-03-01"%s,"context":{"purpose":"PURPOSE_RESIDENCE_REGISTRATION","caseRef":"H-1"}}""".formatted(SyntheticId.man("1988-05-04"), name, requestId());
    }

    private static String requestId() {
        return ",\"requestId\":\"" + java.util.UUID.randomUUID() + "\"";
    }
}
