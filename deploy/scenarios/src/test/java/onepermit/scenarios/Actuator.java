package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The operators' side door of one process. */
record Actuator(HttpClient http, int port) {

    /** @param part GATEWAY, PERMIT, EDUCATION, SOCIAL or HEALTH */
    Actuator(Stack stack, String part) {
        this(HttpClient.newHttpClient(), stack.port(part));
    }

    HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
