package onepermit.scenarios;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** What another page, another browser or a stolen cookie can do with the officers' console. */
final class HostileConsole {
    private static final String VERIFY = "/console/api/v1/admissions:verify";
    private final Stack stack;
    private final String question;

    HostileConsole(Stack stack, Canary canary) {
        this.stack = stack;
        this.question = HostileQuestions.admission(canary, Scenario.SIMING, "\"PURPOSE_SCHOOL_ADMISSION\"");
    }

    Stream<Attempt> all() {
        return Stream.of(
                new Attempt(
                        "another page signs the officer in",
                        "403",
                        "CSRF",
                        () -> new Browser().signIn("admission", "")),
                new Attempt(
                        "another page asks in the officer's name",
                        "403",
                        "CSRF",
                        () -> signedIn().ask(VERIFY, "")),
                new Attempt(
                        "another session's token against forgery",
                        "403",
                        "CSRF",
                        () -> signedIn().ask(VERIFY, signedIn().csrf())),
                new Attempt(
                        "no session", "401", "SESSION_ENDED", () -> visitor().askAsItself(VERIFY)),
                new Attempt("a session that was put into the browser before", "401", "SESSION_ENDED", this::fixed),
                new Attempt("a session after its end", "401", "SESSION_ENDED", this::ended),
                new Attempt(
                        "a desk that is a path",
                        "400",
                        "DESK_UNKNOWN",
                        () -> visitor().signInAsItself("../operator")),
                new Attempt("a token of the browser's own", "401", "SESSION_ENDED", () -> {
                    var browser = visitor();
                    return Reply.of(browser.send(browser.request(VERIFY)
                            .header("X-XSRF-TOKEN", browser.csrf())
                            .header("Authorization", "Bearer of-my-own")
                            .POST(BodyPublishers.ofString(question))));
                }),
                new Attempt(
                        "a call of the console that is no call of the door",
                        "404",
                        "PATH_UNKNOWN",
                        () -> signedIn().askAsItself("/console/api/actuator/env")),
                new Attempt(
                        "another role than the desk's",
                        "403",
                        "ROLE",
                        () -> signedIn().askAsItself("/console/api/v1/residences:get")));
    }

    /** The attacker knows a session's id, puts it into the officer's browser, and uses it once he has signed in. */
    private Reply fixed() throws IOException, InterruptedException {
        var attacker = visitor();
        attacker.signInAsItself("admission");
        String known = attacker.cookie("onepermit-console");
        var officer = new Browser();
        officer.put("onepermit-console", known);
        officer.visit();
        officer.signInAsItself("admission");
        attacker.put("onepermit-console", known);
        return attacker.askAsItself(VERIFY);
    }

    private Reply ended() throws IOException, InterruptedException {
        var browser = signedIn();
        String stolen = browser.cookie("onepermit-console");
        browser.send(browser.request("/console/session")
                .header("X-XSRF-TOKEN", browser.csrf())
                .DELETE());
        browser.visit();
        browser.put("onepermit-console", stolen);
        return browser.askAsItself(VERIFY);
    }

    private Browser signedIn() throws IOException, InterruptedException {
        var browser = visitor();
        browser.signInAsItself("admission");
        return browser;
    }

    private Browser visitor() throws IOException, InterruptedException {
        var browser = new Browser();
        browser.visit();
        return browser;
    }

    private final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        void visit() throws IOException, InterruptedException {
            send(request("/console/session").GET());
        }

        Reply signIn(String desk, String csrf) throws IOException, InterruptedException {
            return Reply.of(send(request("/console/session")
                    .header("X-XSRF-TOKEN", csrf)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("desk=" + desk))));
        }

        Reply signInAsItself(String desk) throws IOException, InterruptedException {
            return signIn(desk, csrf());
        }

        Reply ask(String path, String csrf) throws IOException, InterruptedException {
            return Reply.of(send(request(path)
                    .header("X-XSRF-TOKEN", csrf)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(question))));
        }

        Reply askAsItself(String path) throws IOException, InterruptedException {
            return ask(path, csrf());
        }

        String csrf() {
            return cookie("XSRF-TOKEN");
        }

        String cookie(String name) {
            return cookies.getCookieStore().get(URI.create(stack.http())).stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        void put(String name, String value) {
            var site = URI.create(stack.http());
            cookies.getCookieStore().get(site).stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .toList()
                    .forEach(cookie -> cookies.getCookieStore().remove(site, cookie));
            var cookie = new HttpCookie(name, value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(site, cookie);
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(stack.http() + path));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
