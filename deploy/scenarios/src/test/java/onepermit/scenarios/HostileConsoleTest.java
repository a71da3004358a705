package onepermit.scenarios;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another site, or another browser, that would like an officer's session. */
class HostileConsoleTest extends Hostile {
    private static final String SESSION = "/console/session";
    private static final String CALL = "/console/api/v1/admissions:verify";
    private static final Pattern SET = Pattern.compile("^(\\w[\\w-]*)=([^;]*)");

    @ParameterizedTest
    @MethodSource("sites")
    void no_other_site_and_no_other_browser_has_an_officers_session(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> sites() {
        return Stream.of(
                attempt(
                        "signing in without the console's mark",
                        () -> call("POST", SESSION + "?desk=admission", Map.of()),
                        "403 CSRF"),
                attempt(
                        "a mark in the cookie alone, as another site would send it",
                        () -> call("POST", SESSION + "?desk=admission", cookies(visit())),
                        "403 CSRF"),
                attempt(
                        "a mark somebody made up",
                        () -> call(
                                "POST",
                                SESSION + "?desk=admission",
                                Map.of("Cookie", "XSRF-TOKEN=mine", "X-XSRF-TOKEN", "other")),
                        "403 CSRF"),
                attempt("a question without a session", () -> marked("POST", CALL, visit()), "401 SESSION_ENDED"),
                attempt(
                        "a question with a session that somebody made up",
                        () -> marked("POST", CALL, and(visit(), "onepermit-console", "A".repeat(32))),
                        "401 SESSION_ENDED"),
                attempt("a question with a session that was signed out", this::signedOut, "401 SESSION_ENDED"),
                attempt("a question with the session of before the signing in", this::fixed, "401 SESSION_ENDED"),
                attempt(
                        "a question from another site, with the officer's cookies",
                        () -> call("POST", CALL, cookies(signedIn("admission"))),
                        "403 CSRF"),
                attempt(
                        "a desk that there is not",
                        () -> marked("POST", SESSION + "?desk=mayor", visit()),
                        "400 DESK_UNKNOWN"),
                attempt("the browser's own token in place of the session's", this::ownToken, "403 ROLE"),
                attempt("leave for another site to read", this::leave, "nothing"),
                attempt("a session that scripts read or other sites send", this::flags, "HttpOnly, SameSite=Strict"));
    }

    private String signedOut() {
        var browser = signedIn("admission");
        marked("DELETE", SESSION, browser);
        return marked("POST", CALL, browser);
    }

    /** The id that a browser had before is worth nothing after. */
    private String fixed() {
        var before = signedIn("permit");
        said(answer("POST", SESSION + "?desk=admission", headers(before)));
        return marked("POST", CALL, before);
    }

    /** A nurse at her desk brings an admission officer's token. */
    private String ownToken() {
        var headers = new HashMap<>(headers(signedIn("vaccination")));
        headers.put("Authorization", "Bearer " + door.token("admission-officer", SIMING));
        return said(http.call("POST", CALL, "{}", headers));
    }

    private String leave() {
        var answer = http.call(
                "OPTIONS",
                CALL,
                "",
                Map.of("Origin", "https://elsewhere.example", "Access-Control-Request-Method", "POST"));
        return answer.headers()
                .firstValue("access-control-allow-origin")
                .map(origin -> "for " + origin)
                .orElse("nothing");
    }

    private String flags() {
        var browser = visit();
        String session =
                answer("POST", SESSION + "?desk=admission", headers(browser)).headers().allValues("set-cookie").stream()
                        .filter(cookie -> cookie.startsWith("onepermit-console"))
                        .findFirst()
                        .orElse("no session");
        return Stream.of("HttpOnly", "SameSite=Strict")
                .filter(session::contains)
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> signedIn(String desk) {
        var browser = visit();
        return with(browser, answer("POST", SESSION + "?desk=" + desk, headers(browser)));
    }

    private Map<String, String> visit() {
        return with(Map.of(), answer("GET", SESSION, Map.of()));
    }

    /** What a browser keeps after an answer. */
    private static Map<String, String> with(Map<String, String> kept, HttpResponse<String> answer) {
        var cookies = new HashMap<>(kept);
        for (String cookie : answer.headers().allValues("set-cookie")) {
            var set = SET.matcher(cookie);
            if (set.find() && !set.group(2).isEmpty()) {
                cookies.put(set.group(1), set.group(2));
            }
        }
        return cookies;
    }

    private static Map<String, String> and(Map<String, String> kept, String name, String value) {
        var cookies = new HashMap<>(kept);
        cookies.put(name, value);
        return cookies;
    }

    /** As the console's own page sends it. */
    private String marked(String verb, String path, Map<String, String> cookies) {
        return said(answer(verb, path, headers(cookies)));
    }

    private String call(String verb, String path, Map<String, String> headers) {
        return said(answer(verb, path, headers));
    }

    private HttpResponse<String> answer(String verb, String path, Map<String, String> headers) {
        return http.call(verb, path, path.equals(CALL) ? "{}" : "", headers);
    }

    private static Map<String, String> headers(Map<String, String> cookies) {
        return Map.of(
                "Cookie",
                cookie(cookies),
                "X-XSRF-TOKEN",
                cookies.getOrDefault("XSRF-TOKEN", ""),
                "Content-Type",
                "application/json");
    }

    private static Map<String, String> cookies(Map<String, String> cookies) {
        return Map.of("Cookie", cookie(cookies));
    }

    private static String cookie(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
