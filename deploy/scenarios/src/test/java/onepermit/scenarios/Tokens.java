package onepermit.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Access tokens of the local issuer, by the OAuth 2 client credentials grant. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(3);
    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    Tokens(Stack stack) {
        this.stack = stack;
    }

    String of(String role, String division) {
        long age = System.nanoTime() / RENEWED_EVERY.toNanos();
        return issued.computeIfAbsent(role + "/" + division + "/" + age, key -> issue(role, division));
    }

    /** What the gateway would have in place of a caller's token; whoever has stolen its secret gets it too. */
    String exchanged(String token, String department) {
        return grant(
                "gateway",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token&subject_token=" + token
                        + "&audience=onepermit-" + department);
    }

    /** Of the department whose ledger it reads. */
    String auditor(String department) {
        return grant("auditor", "grant_type=client_credentials&department=" + department);
    }

    /** Of the department whose data it is, known by name. */
    String administrator(String department, String officer) {
        return grant("administrator", "grant_type=client_credentials&department=" + department + "&officer=" + officer);
    }

    /** Of somebody of a role in a division, known by name. */
    String officer(String role, String division, String name) {
        return grant(role, "grant_type=client_credentials&division=" + division + "&officer=" + name);
    }

    /** Of a person who asks about herself. */
    String resident(String citizenId) {
        return grant("resident", "grant_type=client_credentials&citizen_id=" + citizenId);
    }

    private String issue(String role, String division) {
        return grant(role, "grant_type=client_credentials&division=" + division);
    }

    private String grant(String role, String form) {
        var basic = Base64.getEncoder()
                .encodeToString(("local-" + role + ":" + stack.secret(role)).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(stack.http() + "/oauth2/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (!found.find()) {
                throw new IllegalStateException("no token for role " + role + ": HTTP " + answer.statusCode());
            }
            return found.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("the issuer does not answer at " + stack.http(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
