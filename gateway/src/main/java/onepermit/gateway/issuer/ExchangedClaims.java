package onepermit.gateway.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import onepermit.exchange.access.Audience;
import onepermit.exchange.access.PeerGate;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/**
 * The claims of an exchanged token: those of the caller's, for one department alone, with the gateway as actor (RFC 8693 §4.1), and
 * no longer than the caller's own.
 */
final class ExchangedClaims {
    /** Each department's own audience. */
    static final List<String> DEPARTMENTS = Stream.of("permit", "education", "social", "health")
            .map(Audience::of)
            .toList();

    private static final Set<String> OF_THE_CALLER = Set.of("sub", "client_id", "role", "department", "division");

    private ExchangedClaims() {}

    static void put(JwtEncodingContext context, OAuth2TokenExchangeAuthenticationToken exchange) {
        String audience = audience(exchange);
        OAuth2Authorization.Token<?> token = Objects.requireNonNull(
                Objects.requireNonNull(context.getAuthorization()).getAccessToken());
        Map<String, Object> caller = Objects.requireNonNull(token.getClaims());
        Instant end = Objects.requireNonNull(token.getToken().getExpiresAt());
        context.getClaims().claims(claims -> {
            OF_THE_CALLER.stream().filter(caller::containsKey).forEach(name -> claims.put(name, caller.get(name)));
            claims.put("aud", List.of(audience));
            claims.put("act", Map.of("sub", PeerGate.GATEWAY));
            claims.computeIfPresent("exp", (name, own) -> end.isBefore((Instant) own) ? end : own);
        });
    }

    private static String audience(OAuth2TokenExchangeAuthenticationToken exchange) {
        Set<String> asked = exchange.getAudiences();
        if (asked.size() != 1 || !DEPARTMENTS.containsAll(asked)) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_target", "audience is one of " + String.join(", ", DEPARTMENTS), null));
        }
        return asked.iterator().next();
    }
}
