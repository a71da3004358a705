package onepermit.gateway;

import com.google.gson.JsonParser;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** The gateway on free ports, with education, social and permit behind it; health is down. */
final class Door implements AutoCloseable {
    static final String ISSUER = "http://issuer.test";

    final Department education = new Department("education");
    final Department social = new Department("social");
    final Department permit = new Department("permit");
    final Path keys = Files.createTempDirectory("onepermit-door-");
    final ConfigurableApplicationContext context;
    final ManagedChannel channel;
    final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Door() throws IOException {
        this(ISSUER);
    }

    /** @param more arguments of the command line */
    Door(String issuer, String... more) throws IOException {
        context = SpringApplication.run(GatewayApplication.class, arguments(issuer, more));
        port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", context.getBean(GrpcServerLifecycle.class).getPort())
                .usePlaintext()
                .build();
    }

    private String[] arguments(String issuer, String... more) throws IOException {
        List<String> own = List.of(
                "--server.port=0",
                "--spring.grpc.server.port=0",
                "--onepermit.keys.directory=" + keys,
                "--onepermit.issuer-uri=" + issuer,
                "--onepermit.profile.synthetic=true",
                "--onepermit.gateway.routes.education=" + education.address(),
                "--onepermit.gateway.routes.social=" + social.address(),
                "--onepermit.gateway.routes.permit=" + permit.address(),
                "--onepermit.gateway.routes.health=127.0.0.1:" + closedPort());
        return Stream.concat(own.stream(), Stream.of(more)).toArray(String[]::new);
    }

    String token() {
        return field(
                ask("admission-officer", "&division=350203&officer=officer-7").body(), "access_token");
    }

    String token(String role) {
        return field(ask(role, "").body(), "access_token");
    }

    HttpResponse<String> ask(String role, String more) {
        return grant(role, "grant_type=client_credentials" + more);
    }

    /** By RFC 8693. */
    HttpResponse<String> exchange(String client, String token, String audience) {
        return grant(
                client,
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token&subject_token=" + token
                        + "&audience=" + audience);
    }

    private HttpResponse<String> grant(String role, String form) {
        String basic = "local-" + role + ":" + secrets().getProperty(role);
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A stub with a token, a deadline and headers of its own. */
    static <S extends AbstractStub<S>> S with(S stub, String token, String... more) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        for (int i = 0; i < more.length; i += 2) {
            headers.put(Metadata.Key.of(more[i], Metadata.ASCII_STRING_MARSHALLER), more[i + 1]);
        }
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    static String field(String json, String name) {
        return JsonParser.parseString(json).getAsJsonObject().get(name).getAsString();
    }

    private Properties secrets() {
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(keys.resolve("clients.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
        education.close();
        social.close();
        permit.close();
        http.close();
    }
}
