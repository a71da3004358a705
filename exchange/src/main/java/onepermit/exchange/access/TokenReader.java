package onepermit.exchange.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.grpc.Status.Code;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a token of the issuer: RS256 alone, for this audience, within its time. Behind the door a caller's token says that the
 * gateway acts for its subject ({@code act}, RFC 8693 §4.1); a department's own says no such thing.
 */
public final class TokenReader {
    static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(TokenReader.class);
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /** @param audience one of {@link Audience} */
    public TokenReader(JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(withNone()));
        // Claims are checked below, so that each fault has its own reason.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    Tokens.Verified read(String token) {
        try {
            return verified(processor.process(token, null));
        } catch (RateLimitReachedException e) {
            // The keys were fetched a moment ago and this token's was not among them.
            throw Tokens.unauthenticated("TOKEN_INVALID", "the token is not one of the issuer " + issuer);
        } catch (KeySourceException e) {
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("keys of the issuer cannot be had");
            throw new RefusalException(new Refusal(
                    Code.UNAVAILABLE,
                    "ISSUER_UNAVAILABLE",
                    "",
                    "the keys of the token issuer cannot be had; try again"));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Tokens.unauthenticated("TOKEN_INVALID", "the token is not one of the issuer " + issuer);
        }
    }

    private Tokens.Verified verified(JWTClaimsSet claims) throws ParseException {
        demand(issuer.equals(claims.getIssuer()), "the token is not one of the issuer " + issuer);
        demand(claims.getAudience().contains(audience), "the token is not for the audience " + audience);
        demand(claims.getSubject() != null, "the token has no subject");
        Instant expires = Optional.ofNullable(claims.getExpirationTime())
                .map(Date::toInstant)
                .orElse(Instant.MIN);
        demand(expires.isAfter(Instant.MIN), "the token has no end");
        Date begins = claims.getNotBeforeTime();
        demand(
                begins == null || !begins.toInstant().isAfter(clock.instant().plus(LEEWAY)),
                "the token is not valid yet");
        Caller caller = caller(claims);
        demand(
                audience.equals(Audience.DOOR)
                        || caller.role().equals("service")
                        || actor(claims).equals(PeerGate.GATEWAY),
                "the token was not exchanged by the gateway");
        return new Tokens.Verified(caller, expires, thumbprint(claims));
    }

    private static String actor(JWTClaimsSet claims) throws ParseException {
        return within(claims, "act", "sub");
    }

    /** Of the certificate it is bound to (RFC 8705 §3.1); empty for a token that is bound to none. */
    private static String thumbprint(JWTClaimsSet claims) throws ParseException {
        return within(claims, "cnf", "x5t#S256");
    }

    private static String within(JWTClaimsSet claims, String object, String name) throws ParseException {
        Map<String, Object> found = claims.getJSONObjectClaim(object);
        return found == null
                ? ""
                : Objects.requireNonNullElse(found.get(name), "").toString();
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        String role = text(claims, "role");
        demand(!role.isEmpty(), "the token has no role");
        String division = text(claims, "division");
        demand(division.isEmpty() || division.matches("[0-9]{6}"), "the token's division is not of six digits");
        return new Caller(
                Objects.requireNonNull(claims.getSubject()),
                role,
                text(claims, "department"),
                division.isEmpty() ? null : new DivisionCode(division),
                text(claims, "client_id"));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim(name)).orElse("");
    }

    private static void demand(boolean holds, String text) {
        if (!holds) {
            throw Tokens.unauthenticated("TOKEN_INVALID", text);
        }
    }

    /** The type may be left out (RFC 7519 §5.1). */
    @SuppressWarnings("NullAway") // the library's sign for "no type" is null
    private static Set<JOSEObjectType> withNone() {
        Set<JOSEObjectType> types = new HashSet<>(TYPES);
        types.add(null);
        return types;
    }
}
