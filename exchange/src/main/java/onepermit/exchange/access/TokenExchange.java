package onepermit.exchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.grpc.Status.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges a caller's token for one that opens a single department (RFC 8693): same subject, the gateway as actor, five minutes at
 * most. What was exchanged is remembered until shortly before its end, so that a question costs no exchange.
 */
public final class TokenExchange {
    private static final Logger LOG = LoggerFactory.getLogger(TokenExchange.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final int REMEMBERED_CHARACTERS = 16_000_000;

    private record Key(String token, String department) {}

    /** @param header the whole authorization header */
    private record Exchanged(String header, Duration kept) {}

    private final TokenRequest request = new TokenRequest();
    private final TokenEndpoint endpoint;
    private final Supplier<ServiceToken.ClientSecret> client;
    private final Cache<Key, Exchanged> exchanged = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((Key key, Exchanged value) ->
                    key.token().length() + value.header().length())
            .expireAfter(Expiry.creating((Key key, Exchanged value) -> value.kept()))
            .build();

    private TokenExchange(TokenEndpoint endpoint, Supplier<ServiceToken.ClientSecret> client) {
        this.endpoint = endpoint;
        this.client = client;
    }

    /**
     * @param issuer asked for its token endpoint where {@code own} gives none
     * @param own the token endpoint, asked for at each exchange; empty = as the issuer's metadata say
     * @param id of the gateway as a client of the issuer
     * @param secret of that client; empty = the one in the folder of keys
     */
    public static TokenExchange at(String issuer, Supplier<String> own, String id, String secret, Path keys) {
        return new TokenExchange(
                () -> uri(issuer, own.get()), () -> ClientSecrets.of(PeerGate.GATEWAY, id, secret, keys));
    }

    private static URI uri(String issuer, String own) throws IOException {
        return TokenEndpoint.of(issuer, own).find();
    }

    /** The authorization header for the department, if it is at hand. */
    public @Nullable String remembered(String token, String department) {
        Exchanged known = exchanged.getIfPresent(new Key(token, department));
        return known == null ? null : known.header();
    }

    /** The authorization header for the department; asks the issuer if need be, once for all who wait. */
    public String header(String token, String department) {
        try {
            return Objects.requireNonNull(exchanged.get(new Key(token, department), this::exchange))
                    .header();
        } catch (UncheckedIOException e) {
            throw refused(Objects.requireNonNull(e.getCause()));
        }
    }

    private Exchanged exchange(Key key) {
        try {
            TokenRequest.Granted granted = request.send(
                    endpoint.find(),
                    client.get(),
                    TokenRequest.form(Map.of(
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:token-exchange",
                            "subject_token",
                            key.token(),
                            "subject_token_type",
                            "urn:ietf:params:oauth:token-type:access_token",
                            "audience",
                            Audience.of(key.department()))));
            return new Exchanged("Bearer " + granted.token(), kept(granted.life()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration kept(Duration life) {
        Duration bounded = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        return bounded.compareTo(MARGIN.multipliedBy(2)) > 0 ? bounded.minus(MARGIN) : bounded.dividedBy(2);
    }

    private static RefusalException refused(IOException why) {
        if (why instanceof TokenRequest.Declined declined && declined.ofTheRequest()) {
            return Tokens.unauthenticated("TOKEN_INVALID", "the issuer does not exchange this token; get a new one");
        }
        LOG.atWarn().addKeyValue("cause", why.toString()).log("the issuer exchanges no token");
        return new RefusalException(new Refusal(
                Code.UNAVAILABLE, "ISSUER_UNAVAILABLE", "", "the token issuer cannot be reached; try again"));
    }
}
