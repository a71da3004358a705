package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good token and a request that no contract has: paths and bodies. */
class HostileRequestTest extends Hostile {
    private static final String VERIFY = "/v1/admissions:verify";
    private final Wire wire = new Wire(stack);
    private final String child = SyntheticId.woman("2019-05-06");
    private final String parent = SyntheticId.man("1988-05-04");

    @ParameterizedTest
    @MethodSource("paths")
    void no_path_leads_past_the_contracts(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> paths() {
        String token = door.token("admission-officer", SIMING);
        return Stream.of(
                path("up out of the contracts", "POST", "/v1/../actuator/env", token, "400"),
                path("up, in percent signs", "POST", "/v1/%2e%2e/actuator/env", token, "400"),
                path("up, with a parameter between", "POST", "/v1/..;/actuator/env", token, "400"),
                path("an empty step", "POST", "//v1/admissions:verify", token, "400"),
                path("a parameter at the end", "POST", VERIFY + ";role=supervisor", token, "400"),
                path("a zero byte", "POST", VERIFY + "%00", token, "400"),
                path("other letters", "POST", "/V1/admissions:verify", token, "404"),
                path("a slash at the end", "POST", VERIFY + "/", token, "404"),
                path(
                        "a department within a department",
                        "POST",
                        "/v1/departments/permit/departments/health/supervision:months",
                        token,
                        "404"),
                path("a department that is none", "POST", "/v1/departments/../supervision:months", token, "400"),
                path("no department", "POST", "/v1/departments//supervision:months", token, "400"),
                path(
                        "from the ledger to the keys",
                        "GET",
                        "/ledger/education/..%2f..%2fkeys%2fexchange.key",
                        token,
                        "400"),
                path(
                        "from the console's files to the settings",
                        "GET",
                        "/console/assets/..%2f..%2fapplication.properties",
                        token,
                        "400"),
                path(
                        "from the console to the machine's state",
                        "POST",
                        "/console/api/v1/../../../actuator/env",
                        token,
                        "400"),
                path("the machine's memory", "GET", "/actuator/heapdump", token, "404"),
                path("the machine's settings", "GET", "/actuator/env", token, "404"),
                path("the end of the process", "POST", "/actuator/shutdown", token, "404"),
                path("another level of the log", "POST", "/actuator/loggers/ROOT", token, "404"),
                path("a read by TRACE", "TRACE", VERIFY, token, "405"),
                path("a change by PUT", "PUT", VERIFY, token, "405"),
                attempt(
                        "one verb for another",
                        () -> wire.status("GET", VERIFY, token, "X-HTTP-Method-Override: POST\r\n"),
                        "405"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void no_body_says_two_things(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> bodies() {
        String token = door.token("admission-officer", SIMING);
        String asked = admission(child, parent);
        return Stream.of(
                body(
                        "a field twice",
                        asked.replace("\"division\"", "\"division\":\"350211\",\"division\""),
                        token,
                        "400 FIELD_TWICE"),
                body(
                        "a field twice, deep inside",
                        asked.replace("\"purpose\"", "\"purpose\":\"PURPOSE_PENSION\",\"purpose\""),
                        token,
                        "400 FIELD_TWICE"),
                body(
                        "a field by both its names",
                        asked.replace("\"childId\"", "\"child_id\":\"" + parent + "\",\"childId\""),
                        token,
                        "400 JSON_INVALID"),
                body(
                        "a field the contract does not have",
                        asked.replace("{\"childId\"", "{\"officer\":\"root\",\"childId\""),
                        token,
                        "400 FIELD_UNKNOWN"),
                body(
                        "a mask of fields the contract does not have",
                        asked.replace("{\"childId\"", "{\"fieldMask\":\"*\",\"childId\""),
                        token,
                        "400 FIELD_UNKNOWN"),
                body("a second body behind the first", asked + asked, token, "400 JSON_INVALID"),
                body("a list where one is asked for", "[" + asked + "]", token, "400 JSON_INVALID"),
                body("no JSON", "childId=1", token, "400 JSON_INVALID"),
                body("a hundred thousand brackets", "[".repeat(100_000), token, "400 JSON_INVALID"),
                body(
                        "a question inside ten thousand others",
                        "{\"guardians\":".repeat(10_000),
                        token,
                        "400 JSON_INVALID"),
                body(
                        "a zero byte inside a number",
                        asked.replace(child, child.substring(0, 9) + "\\u0000" + child.substring(9)),
                        token,
                        "400 CITIZEN_ID_LENGTH"),
                body("a query into the database", asked.replace(child, "' OR 1=1 --"), token, "400 CITIZEN_ID_LENGTH"),
                attempt(
                        "the question in the address",
                        () -> post(VERIFY + "?childId=" + child, "{}", token),
                        "400 QUERY_NOT_TAKEN"),
                attempt(
                        "the token in the address",
                        () -> post(VERIFY + "?access_token=" + token, asked, ""),
                        "400 QUERY_NOT_TAKEN"));
    }

    @Test
    void a_second_request_hidden_in_a_first_is_answered_by_nobody() {
        String hidden = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String answer =
                wire.says("POST " + VERIFY + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + (5 + hidden.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);

        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    private Attempt path(String what, String verb, String path, String token, String status) {
        return attempt(what, () -> wire.status(verb, path, token), status);
    }

    private Attempt body(String what, String body, String token, String answer) {
        return attempt(what, () -> post(VERIFY, body, token), answer);
    }
}
