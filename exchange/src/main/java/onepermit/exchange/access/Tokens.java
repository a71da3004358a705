package onepermit.exchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.tls.Peer;
import org.jspecify.annotations.Nullable;

/**
 * The callers behind bearer tokens; a token verified is remembered until it ends, at most a minute. It is remembered as it
 * came: a digest would keep it out of no heap dump, where the calls that carry it stand too, and costs more than the rest
 * of the check.
 */
public final class Tokens {
    public static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int REMEMBERED_CHARACTERS = 8_000_000;

    /** A caller, the end of its token, and the certificate without which it is worth nothing; empty = it is bound to none. */
    record Verified(Caller caller, Instant expires, String thumbprint) {}

    private final TokenReader reader;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    public Tokens(TokenReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(REMEMBERED_CHARACTERS)
                .weigher((String token, Verified known) -> token.length())
                .expireAfter(Expiry.creating((String token, Verified known) -> remembered(known)))
                .build();
    }

    public Caller caller(Metadata headers) {
        return known(bearer(headers.get(AUTHORIZATION))).caller();
    }

    /**
     * The token itself, verified.
     *
     * @param peer who is at the other end of the connection; a token that is bound to a certificate comes with that alone
     */
    public String token(Metadata headers, @Nullable Peer peer) {
        String token = bearer(headers.get(AUTHORIZATION));
        String bound = known(token).thumbprint();
        if (!bound.isEmpty() && (peer == null || !bound.equals(peer.thumbprint()))) {
            throw unauthenticated(
                    "TOKEN_BOUND",
                    "the token is bound to a certificate (cnf.x5t#S256); call over a connection with that certificate");
        }
        return token;
    }

    private Verified known(String token) {
        Verified known = verified.getIfPresent(token);
        return inTime(known == null ? read(token) : known);
    }

    /** The token that the call brings, if it brings one; nobody has looked at it. */
    public static Optional<String> brought(Metadata headers) {
        return Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(Tokens::isBearer)
                .map(Tokens::bearer);
    }

    /** Was this token verified lately, so that asking for its caller costs no signature and no key? */
    public boolean remembers(Metadata headers) {
        String header = headers.get(AUTHORIZATION);
        return header == null || !isBearer(header) || verified.getIfPresent(bearer(header)) != null;
    }

    private Verified read(String token) {
        Verified read = reader.read(token);
        verified.put(token, read);
        return read;
    }

    private Verified inTime(Verified token) {
        if (clock.instant().isAfter(token.expires().plus(TokenReader.LEEWAY))) {
            throw unauthenticated("TOKEN_EXPIRED", "the token expired at " + token.expires() + "; get a new one");
        }
        return token;
    }

    private Duration remembered(Verified token) {
        Duration left = Duration.between(clock.instant(), token.expires().plus(TokenReader.LEEWAY));
        return left.isNegative() ? Duration.ZERO : left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    private static String bearer(@Nullable String header) {
        if (header == null || !isBearer(header)) {
            throw unauthenticated("TOKEN_MISSING", "send an access token: authorization: Bearer …");
        }
        return header.substring(BEARER.length()).trim();
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    static RefusalException unauthenticated(String reason, String text) {
        return new RefusalException(new Refusal(Code.UNAUTHENTICATED, reason, "authorization", text));
    }
}
