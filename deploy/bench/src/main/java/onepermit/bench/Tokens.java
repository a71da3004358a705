package onepermit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Pattern;

/** Access tokens of the stack's own issuer. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private final Bed bed;

    Tokens(Bed bed) {
        this.bed = bed;
    }

    /** For the gateway. */
    String of(String role, String division) {
        return granted(role, "grant_type=client_credentials&division=" + division);
    }

    /** For education-service itself: exchanged by the gateway's client, as the gateway does. */
    String atEducation(String role, String division) {
        return granted(
                "gateway",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token"
                        + "&audience=onepermit-education&subject_token=" + of(role, division));
    }

    private String granted(String client, String form) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(bed.keys().resolve("clients.properties"));
                var http = HttpClient.newHttpClient()) {
            secrets.load(file);
            var basic = ("local-" + client + ":" + secrets.getProperty(client)).getBytes(StandardCharsets.UTF_8);
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(bed.http() + "/oauth2/token"))
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(basic))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var token = TOKEN.matcher(answer.body());
            if (!token.find()) {
                throw new IllegalStateException("no token: HTTP " + answer.statusCode());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
