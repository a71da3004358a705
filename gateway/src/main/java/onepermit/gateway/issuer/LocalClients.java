package onepermit.gateway.issuer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.access.PeerGate;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * One client for each role, by client credentials: machines and terminals of this machine, not people. And the gateway, which only
 * exchanges the tokens of others.
 */
final class LocalClients {
    private static final Duration OF_OFFICERS = Duration.ofMinutes(15);
    private static final String GATEWAY = "local-" + PeerGate.GATEWAY;
    private static final Duration OF_SERVICES = Duration.ofMinutes(5);

    private LocalClients() {}

    static List<RegisteredClient> with(Map<String, String> secrets) {
        return Stream.concat(
                        Arrays.stream(LocalRole.values())
                                .map(role -> client(role, secrets.getOrDefault(role.role(), ""))),
                        Stream.of(gateway(secrets.getOrDefault(PeerGate.GATEWAY, ""))))
                .toList();
    }

    private static RegisteredClient gateway(String secret) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(OF_SERVICES)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .build();
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
