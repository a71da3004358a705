package onepermit.exchange.access;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This service's own token (client credentials), kept until shortly before its end. */
public final class ServiceToken extends CallCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private record Token(String value, Instant renew) {}

    private final TokenRequest request = new TokenRequest();
    private final Object fetching = new Object();
    private final TokenEndpoint endpoint;
    private final Supplier<ClientSecret> client;
    private final String form;
    private final Clock clock;
    private volatile @Nullable Token token;

    /**
     * @param department named to the issuer; the local one has one client for all services and writes it into the token, others know a
     *     client's department by themselves
     */
    ServiceToken(TokenEndpoint endpoint, Supplier<ClientSecret> client, String department, Clock clock) {
        this.form = TokenRequest.form(
                department.isEmpty()
                        ? Map.of("grant_type", "client_credentials")
                        : Map.of("grant_type", "client_credentials", "department", department));
        this.endpoint = endpoint;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
        Token current = token;
        if (current != null && usable(current)) {
            applier.apply(headers(current));
        } else {
            Thread.ofVirtual().name("service-token").start(() -> applyFetched(applier));
        }
    }

    private void applyFetched(MetadataApplier applier) {
        try {
            applier.apply(headers(current()));
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("no token of the issuer for calls to others");
            applier.fail(Status.UNAVAILABLE.withDescription("no token of the issuer"));
        }
    }

    private Token current() throws IOException {
        synchronized (fetching) {
            Token current = token;
            if (current == null || !usable(current)) {
                current = fetch();
                token = current;
            }
            return current;
        }
    }

    private boolean usable(Token current) {
        return clock.instant().isBefore(current.renew());
    }

    private Token fetch() throws IOException {
        TokenRequest.Granted granted = request.send(endpoint.find(), client.get(), form);
        Duration life = granted.life();
        Duration kept = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new Token(granted.token(), clock.instant().plus(kept));
    }

    private static Metadata headers(Token current) {
        Metadata headers = new Metadata();
        headers.put(Tokens.AUTHORIZATION, "Bearer " + current.value());
        return headers;
    }

    /** Who this service is at the issuer. */
    public record ClientSecret(String id, String secret) {
        String basic() {
            return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
