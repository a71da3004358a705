package onepermit.exchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/** The callers behind bearer tokens; a token verified is remembered until it ends, at most a minute. */
public final class Tokens {
    public static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    /** A caller and the end of its token. */
    record Verified(Caller caller, Instant expires) {}

    private final TokenReader reader;
    private final Clock clock;
    private final Cache<TokenHash, Verified> verified;

    public Tokens(TokenReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfter(Expiry.creating((TokenHash hash, Verified token) -> remembered(token)))
                .build();
    }

    public Caller caller(Metadata headers) {
        return caller(bearer(headers.get(AUTHORIZATION)));
    }

    public Caller caller(String token) {
        TokenHash hash = TokenHash.of(token);
        Verified known = verified.getIfPresent(hash);
        if (known == null) {
            known = reader.read(token);
            verified.put(hash, known);
        }
        if (clock.instant().isAfter(known.expires().plus(TokenReader.LEEWAY))) {
            throw unauthenticated("TOKEN_EXPIRED", "the token expired at " + known.expires() + "; get a new one");
        }
        return known.caller();
    }

    /** Was this token verified lately, so that asking for its caller costs no signature and no key? */
    public boolean remembers(Metadata headers) {
        String header = headers.get(AUTHORIZATION);
        return header == null
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || verified.getIfPresent(TokenHash.of(bearer(header))) != null;
    }

    private Duration remembered(Verified token) {
        Duration left = Duration.between(clock.instant(), token.expires().plus(TokenReader.LEEWAY));
        return left.isNegative() ? Duration.ZERO : left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    private static String bearer(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unauthenticated("TOKEN_MISSING", "send an access token: authorization: Bearer …");
        }
        return header.substring(BEARER.length()).trim();
    }

    static RefusalException unauthenticated(String reason, String text) {
        return new RefusalException(new Refusal(Code.UNAUTHENTICATED, reason, "authorization", text));
    }
}
