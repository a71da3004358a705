package onepermit.gateway.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Clock;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The local issuer; a city with an identity provider of its own sets {@code onepermit.issuer.local=false}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "onepermit.issuer.local", matchIfMissing = true)
class LocalIssuerConfiguration {

    @Bean
    SecurityFilterChain issuerEndpoints(HttpSecurity http) {
        OAuth2AuthorizationServerConfigurer issuer = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(issuer, endpoints -> endpoints.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(issuer.getEndpointsMatcher()))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> issuerKeys(@Value("${onepermit.keys.directory}") Path keys) {
        return new ImmutableJWKSet<>(new JWKSet(IssuerKey.in(keys)));
    }

    @Bean
    RegisteredClientRepository localClients(@Value("${onepermit.keys.directory}") Path keys) {
        return new InMemoryRegisteredClientRepository(LocalClients.with(ClientSecrets.in(keys)));
    }

    @Bean
    OAuth2AuthorizationService givenOut(JWKSource<SecurityContext> issuerKeys, RegisteredClientRepository clients) {
        return new SelfContained(OAuth2AuthorizationServerConfiguration.jwtDecoder(issuerKeys), clients);
    }

    @Bean
    AuthorizationServerSettings issuerSettings(@Value("${onepermit.issuer-uri:http://localhost:8080}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(Divisions divisions, LocalResidents residents) {
        return new TokenClaims(divisions, residents::key);
    }

    @Bean
    LocalResidents localResidents(
            @Value("${onepermit.keys.directory}") Path keys,
            @Value("${onepermit.profile.synthetic:false}") boolean synthetic,
            Clock clock) {
        return new LocalResidents(new CitizenIds(synthetic, clock), keys);
    }

    @Bean
    OfficerTokens officerTokens(
            RegisteredClientRepository clients,
            AuthorizationServerSettings settings,
            JWKSource<SecurityContext> issuerKeys,
            OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(issuerKeys));
        generator.setJwtCustomizer(tokenClaims);
        return new OfficerTokens(clients, settings, generator);
    }
}
