package onepermit.exchange.access;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the issuer's token endpoint (RFC 6749 §3.2) as one of its clients. */
final class TokenRequest {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    /** A token and how long it lives. */
    record Granted(String token, Duration life) {}

    /** The issuer has answered and said no. */
    static final class Declined extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;

        Declined(int status) {
            super("the issuer answered " + status);
            this.status = status;
        }

        /** Is it the request that was wrong, and not the client or the issuer? */
        boolean ofTheRequest() {
            return status == 400;
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Granted send(URI endpoint, ServiceToken.ClientSecret client, String form) throws IOException {
        HttpResponse<String> response = answer(HttpRequest.newBuilder(endpoint)
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", client.basic())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (response.statusCode() != 200) {
            throw new Declined(response.statusCode());
        }
        try {
            Map<String, Object> answer = JSONObjectUtils.parse(response.body());
            return new Granted(
                    JSONObjectUtils.getString(answer, "access_token"),
                    Duration.ofSeconds(JSONObjectUtils.getLong(answer, "expires_in")));
        } catch (ParseException e) {
            throw new IOException("the issuer's answer is no token", e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", e);
        }
    }
}
