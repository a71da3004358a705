package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The gateway's HTTP door. */
final class HttpDoor {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;

    HttpDoor(Stack stack) {
        this.stack = stack;
    }

    /** @param token empty = none */
    HttpResponse<String> post(String path, String body, String token) {
        return post(path, body, token, Map.of());
    }

    HttpResponse<String> post(String path, String body, String token, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(stack.http() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    HttpResponse<String> form(String path, String form, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(stack.http() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** A call as somebody writes it by hand. */
    HttpResponse<String> call(String verb, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(stack.http() + path))
                .method(verb, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** @param token empty = none */
    HttpResponse<byte[]> bytes(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(stack.http() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(stack.http() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
