package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jwt.SignedJWT;
import io.grpc.Metadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The officers' console as a browser meets it. */
class ConsoleTest {
    private static final String CALL = "/console/api/v1/admissions:verify";
    private static final String ASKED = "{\"division\":\"350203\",\"schoolYear\":2025}";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static Door door;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void open() throws IOException {
        door = new Door();
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void the_page_runs_scripts_of_this_gateway_alone_and_may_not_be_framed() {
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("content-security-policy").orElse("");
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(nonce.find()).isTrue();
        assertThat(page.body()).contains("nonce=\"" + nonce.group(1) + "\"").doesNotContain("__NONCE__", "http");
        assertThat(get("/desk/admission").headers().firstValue("content-security-policy"))
                .isNotEqualTo(page.headers().firstValue("content-security-policy"));
    }

    @Test
    void the_files_of_the_page_stay_in_the_browser_for_good_and_are_sent_small() throws Exception {
        Matcher script =
                Pattern.compile("src=\"(/console/assets/[^\"]+\\.js)\"").matcher(get("/").body());
        assertThat(script.find()).isTrue();

        HttpResponse<byte[]> file = browser.send(
                HttpRequest.newBuilder(door.uri(script.group(1)))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(file.headers().firstValue("cache-control").orElse("")).contains("immutable");
        assertThat(file.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(file.body().length).isLessThan(300 * 1024);
    }

    @Test
    void an_officer_signs_in_and_asks_with_a_token_that_the_browser_never_sees() throws ParseException {
        HttpResponse<String> signedIn = signIn("admission");
        HttpResponse<String> answer = post(CALL, ASKED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("350203/2025");
        var claims = SignedJWT.parse(sentToken().substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getStringClaim("role")).isEqualTo("admission-officer");
        assertThat(claims.getStringClaim("division")).isEqualTo("350203");
        assertThat(claims.getSubject()).isEqualTo("siming-admission-1");
        assertThat(signedIn.body()
                        + get("/console/session").body()
                        + cookies.getCookieStore().getCookies())
                .doesNotContain(sentToken().substring("Bearer ".length()));
    }

    @Test
    void an_administrator_acts_for_one_department_and_nobody_else_for_any() throws ParseException {
        signIn("agreements-permit");
        post(CALL, ASKED);
        assertThat(sentClaim("role")).isEqualTo("administrator");
        assertThat(sentClaim("department")).isEqualTo("permit");
        assertThat(json(get("/console/session"))
                        .getAsJsonObject("desk")
                        .get("department")
                        .getAsString())
                .isEqualTo("permit");

        signIn("admission");
        post(CALL, ASKED);
        assertThat(sentClaim("department")).isEqualTo("education");
        assertThat(json(get("/console/session"))
                        .getAsJsonObject("desk")
                        .get("department")
                        .getAsString())
                .isEmpty();
    }

    @Test
    void the_session_is_for_no_script_and_no_other_site() {
        String set = signIn("admission").headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("onepermit-console="))
                .findFirst()
                .orElse("");

        assertThat(set).contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void a_token_or_cookie_of_the_browsers_own_goes_no_further() {
        signIn("admission");
        post(CALL, ASKED, "Authorization", "Bearer of-my-own");

        assertThat(sentToken()).doesNotContain("of-my-own");
        assertThat(Objects.requireNonNull(door.education.headers.get())
                        .get(Metadata.Key.of("cookie", Metadata.ASCII_STRING_MARSHALLER)))
                .isNull();
    }

    @Test
    void a_call_that_is_not_the_consoles_own_is_refused() {
        signIn("admission");
        HttpResponse<String> forged = send(request(CALL).POST(BodyPublishers.ofString(ASKED)));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(reason(forged)).isEqualTo("CSRF");
    }

    @Test
    void without_a_session_nothing_is_asked() {
        get("/console/session");

        HttpResponse<String> answer = post(CALL, ASKED);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(reason(answer)).isEqualTo("SESSION_ENDED");
    }

    @Test
    void who_signs_out_asks_no_more() {
        signIn("operator");
        send(request("/console/session").header("X-XSRF-TOKEN", csrf()).DELETE());

        assertThat(json(get("/console/session")).has("desk")).isFalse();
        assertThat(send(request("/console/api/v1/departments/social/replicas").GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signing_in_changes_the_session_and_an_unknown_desk_is_none() {
        signIn("admission");
        String before = cookie("onepermit-console");
        signIn("insurance");
        HttpResponse<String> unknown = signIn("mayor");

        assertThat(cookie("onepermit-console")).isNotEqualTo(before);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(reason(unknown)).isEqualTo("DESK_UNKNOWN");
    }

    @Test
    void a_resident_is_shown_by_no_more_than_the_ends_of_her_number() {
        signIn("resident");

        assertThat(json(get("/console/session"))
                        .getAsJsonObject("desk")
                        .get("officer")
                        .getAsString())
                .isEqualTo("990305********0125");
        assertThat(get("/console/session").body()).doesNotContain("19890821");
    }

    @Test
    void a_refusal_of_the_department_reaches_the_officer_whole() {
        signIn("admission");
        HttpResponse<String> refused = post(CALL, "{\"division\":\"refuse\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("field").getAsString()).isEqualTo("childId");
    }

    private HttpResponse<String> signIn(String desk) {
        get("/console/session");
        return send(request("/console/session")
                .header("X-XSRF-TOKEN", csrf())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("desk=" + desk)));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("X-XSRF-TOKEN", csrf())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.uri(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String csrf() {
        return cookie("XSRF-TOKEN");
    }

    private String cookie(String name) {
        URI site = door.uri("/");
        List<HttpCookie> found = cookies.getCookieStore().get(site);
        return found.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String sentToken() {
        return Objects.requireNonNull(
                Objects.requireNonNull(door.education.headers.get()).get(AUTHORIZATION));
    }

    private static String sentClaim(String name) throws ParseException {
        return SignedJWT.parse(sentToken().substring("Bearer ".length()))
                .getJWTClaimsSet()
                .getStringClaim(name);
    }

    private static String reason(HttpResponse<String> answer) {
        return json(answer).get("reason").getAsString();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
