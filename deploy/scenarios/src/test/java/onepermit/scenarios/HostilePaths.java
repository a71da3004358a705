package onepermit.scenarios;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Addresses at the gateway's HTTP door that lead past what is served, and requests that two readers would read differently. */
final class HostilePaths {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;
    private final FrontDoor door;

    HostilePaths(Stack stack, FrontDoor door) {
        this.stack = stack;
        this.door = door;
    }

    Stream<Attempt> all() {
        return Stream.of(ledger(), actuator(), others(), smuggled()).flatMap(part -> part);
    }

    private Stream<Attempt> ledger() {
        return Stream.of(
                get("a ledger of nobody", "400", "DEPARTMENT_UNKNOWN", "/ledger/nobody/checkpoint", ""),
                get("a way up out of a ledger", "400", "", "/ledger/education/../../actuator/env", ""),
                get("a way up in disguise", "400", "", "/ledger/education/%2e%2e/permit/checkpoint", ""),
                get("a tile with a way up", "400", "", "/ledger/education/tile/0/..%2f..%2fentries/000", ""),
                get("a tile that is no number", "400", "PATH_INVALID", "/ledger/education/tile/0/abc", ""),
                get("leaves without a token", "401", "TOKEN_MISSING", "/ledger/education/tile/entries/000", ""),
                get(
                        "leaves as an officer",
                        "403",
                        "ROLE",
                        "/ledger/education/tile/entries/000",
                        door.token("admission-officer", Scenario.SIMING)),
                get(
                        "leaves of another department as its neighbour's auditor",
                        "403",
                        "AUDITOR",
                        "/ledger/permit/tile/entries/000",
                        door.auditor("education")));
    }

    private Stream<Attempt> actuator() {
        return Stream.concat(
                Stream.of(
                                "env",
                                "heapdump",
                                "threaddump",
                                "configprops",
                                "beans",
                                "loggers",
                                "shutdown",
                                "httpexchanges")
                        .map(name -> get("the side door " + name, "404", "", "/actuator/" + name, "")),
                Stream.of(
                        get("a side door behind a semicolon", "400", "", "/actuator;/env", ""),
                        get("a side door behind two slashes", "400", "", "//actuator//env", "")));
    }

    private Stream<Attempt> others() {
        return Stream.of(
                get("a method that is only to be posted", "405", "METHOD_NOT_ALLOWED", "/v1/admissions:verify", ""),
                get("a path that is none", "404", "PATH_UNKNOWN", "/v1/people", ""),
                get(
                        "a department that is none",
                        "400",
                        "DEPARTMENT_UNKNOWN",
                        "/v1/departments/nobody/replicas",
                        door.token("operator", "")),
                get("a file of the machine", "404", "", "/console/assets/..%2f..%2f..%2f..%2fetc%2fpasswd", ""),
                new Attempt(
                        "the method TRACE",
                        "405",
                        "",
                        () -> raw(
                                "TRACE /v1/catalogue HTTP/1.1\r\nHost: h\r\nCookie: secret\r\nConnection: close\r\n\r\n")));
    }

    private Stream<Attempt> smuggled() {
        return Stream.of(
                new Attempt(
                        "two lengths of one body",
                        "400",
                        "",
                        () -> raw(
                                "POST /v1/catalogue:get HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nContent-Length: 44\r\n"
                                        + "Connection: close\r\n\r\n{}\r\nGET /actuator/env HTTP/1.1\r\nHost: h\r\n\r\n")),
                new Attempt(
                        "a request hidden behind the end of another's body",
                        "400",
                        "",
                        () -> raw(
                                "POST /v1/catalogue:get HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked, identity\r\n"
                                        + "Connection: close\r\n\r\n0\r\n\r\nGET /actuator/env HTTP/1.1\r\nHost: h\r\n\r\n")),
                new Attempt(
                        "headers of 100 KB",
                        "400",
                        "",
                        () -> raw("GET /v1/catalogue HTTP/1.1\r\nHost: h\r\nX-Long: " + "x".repeat(100_000)
                                + "\r\nConnection: close\r\n\r\n")));
    }

    private Attempt get(String name, String code, String reason, String path, String token) {
        return new Attempt(name, code, reason, () -> {
            var request = HttpRequest.newBuilder(URI.create(stack.http() + path));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return Reply.of(http.send(request.build(), BodyHandlers.ofString()));
        });
    }

    /** What no HTTP client would send. */
    private Reply raw(String request) throws IOException {
        var at = URI.create(stack.http());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(said.startsWith("HTTP/1.1 ") ? said.substring(9, 12) : "", "", said);
        }
    }
}
