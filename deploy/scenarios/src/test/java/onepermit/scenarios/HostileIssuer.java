package onepermit.scenarios;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** The token endpoint, asked for what a client may not have. */
final class HostileIssuer {
    private static final String EXCHANGE = "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
            + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token&subject_token=";
    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;
    private final FrontDoor door;

    HostileIssuer(Stack stack, FrontDoor door) {
        this.stack = stack;
        this.door = door;
    }

    Stream<Attempt> all() {
        String officer = door.token("admission-officer", Scenario.SIMING);
        return Stream.of(
                asked(
                        "a wrong client secret",
                        "401",
                        "invalid_client",
                        "operator",
                        "guessed",
                        "grant_type=client_credentials"),
                asked(
                        "an officer's client exchanges a token by itself",
                        "400",
                        "unauthorized_client",
                        "admission-officer",
                        stack.secret("admission-officer"),
                        EXCHANGE + officer + "&audience=onepermit-permit"),
                asked(
                        "the gateway exchanges for an audience that is none",
                        "400",
                        "invalid_target",
                        "gateway",
                        stack.secret("gateway"),
                        EXCHANGE + officer + "&audience=onepermit"),
                asked(
                        "the gateway exchanges what was exchanged already",
                        "400",
                        "invalid_grant",
                        "gateway",
                        stack.secret("gateway"),
                        EXCHANGE + door.exchanged("operator", "", "health") + "&audience=onepermit-permit"),
                asked(
                        "an officer without a division",
                        "400",
                        "invalid_request",
                        "admission-officer",
                        stack.secret("admission-officer"),
                        "grant_type=client_credentials"),
                asked(
                        "an officer of a division that is none",
                        "400",
                        "invalid_request",
                        "admission-officer",
                        stack.secret("admission-officer"),
                        "grant_type=client_credentials&division=359999"),
                asked(
                        "a machine of a department that is none",
                        "400",
                        "invalid_request",
                        "service",
                        stack.secret("service"),
                        "grant_type=client_credentials&department=tax"));
    }

    private Attempt asked(String name, String code, String reason, String client, String secret, String form) {
        var basic =
                Base64.getEncoder().encodeToString(("local-" + client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(stack.http() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return new Attempt(name, code, reason, () -> Reply.of(http.send(request, BodyHandlers.ofString())));
    }
}
