package onepermit.gateway.issuer;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import onepermit.exchange.access.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Keeps no token that was given out: each says all by itself and is known by its signature, so that tokens outlive a restart and
 * memory does not grow with them. Only a token for the door is known again, so what was exchanged is not exchanged once more.
 */
final class SelfContained implements OAuth2AuthorizationService {
    private final JwtDecoder tokens;
    private final RegisteredClientRepository clients;

    SelfContained(JwtDecoder tokens, RegisteredClientRepository clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public void save(OAuth2Authorization authorization) {}

    @Override
    public void remove(OAuth2Authorization authorization) {}

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        try {
            Jwt read = tokens.decode(token);
            RegisteredClient client =
                    clients.findByClientId(Objects.toString(read.getClaims().get("client_id"), ""));
            return client == null || !isForTheDoor(read) ? null : authorization(read, client);
        } catch (JwtException notOurs) {
            return null;
        }
    }

    private static boolean isForTheDoor(Jwt read) {
        return Objects.requireNonNullElse(read.getAudience(), List.<String>of()).contains(Audience.DOOR);
    }

    private static OAuth2Authorization authorization(Jwt read, RegisteredClient client) {
        String subject = Objects.requireNonNull(read.getSubject());
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(subject)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(subject, "", List.of()))
                .token(
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                read.getTokenValue(),
                                read.getIssuedAt(),
                                read.getExpiresAt()),
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, read.getClaims()))
                .build();
    }
}
