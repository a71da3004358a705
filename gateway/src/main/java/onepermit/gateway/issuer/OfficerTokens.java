package onepermit.gateway.issuer;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/** Tokens of officers who work at this machine, with the claims and the life that the token endpoint gives a client. */
public final class OfficerTokens {
    private final RegisteredClientRepository clients;
    private final AuthorizationServerContext issuer;
    private final JwtGenerator generator;

    OfficerTokens(RegisteredClientRepository clients, AuthorizationServerSettings settings, JwtGenerator generator) {
        this.clients = clients;
        this.issuer = new Issuer(settings);
        this.generator = generator;
    }

    /** @param role as in the claim {@code role}
     * @param division GB/T 2260; empty for a role that is bound to none
     * @param department of an administrator or an auditor; empty for everybody else
     * @param officer the subject; of a resident the citizen ID, which becomes it */
    public Token of(String role, String division, String department, String officer) {
        RegisteredClient client = Objects.requireNonNull(clients.findByClientId("local-" + role), role);
        var who = new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.CLIENT_SECRET_BASIC, null);
        Jwt jwt = Objects.requireNonNull(generator.generate(DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(who)
                .authorizationServerContext(issuer)
                .authorizedScopes(Set.of())
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrant(new OAuth2ClientCredentialsAuthenticationToken(
                        who, Set.of(), Map.of("division", division, "department", department, who(role), officer)))
                .build()));
        return new Token(jwt.getTokenValue(), Objects.requireNonNull(jwt.getExpiresAt()));
    }

    private static String who(String role) {
        return role.equals(LocalRole.RESIDENT.role()) ? "citizen_id" : "officer";
    }

    /** A token and the time from which it opens nothing. */
    public record Token(String value, Instant expires) {
        @Override
        public String toString() {
            return "Token[expires=" + expires + "]";
        }
    }

    private record Issuer(AuthorizationServerSettings settings) implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return Objects.requireNonNull(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }
}
