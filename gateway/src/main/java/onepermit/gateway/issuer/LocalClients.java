package onepermit.gateway.issuer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** One client for each role, by client credentials: machines and terminals of this machine, not people. */
final class LocalClients {
    private static final Duration OF_OFFICERS = Duration.ofMinutes(15);
    private static final Duration OF_SERVICES = Duration.ofMinutes(5);

    private LocalClients() {}

    static List<RegisteredClient> with(Map<String, String> secrets) {
        return Arrays.stream(LocalRole.values())
                .map(role -> client(role, secrets.getOrDefault(role.role(), "")))
                .toList();
    }

    private static RegisteredClient client(LocalRole role, String secret) {
        return RegisteredClient.withId(role.client())
                .clientId(role.client())
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(role == LocalRole.SERVICE ? OF_SERVICES : OF_OFFICERS)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .build();
    }
}
