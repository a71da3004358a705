package onepermit.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import java.time.Clock;
import java.util.Map;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.tls.Peer;
import onepermit.exchange.testing.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundTokenTest {
    private final TestIssuer issuer = TestIssuer.start();
    private final Tokens tokens = new Tokens(
            new TokenReader(
                    IssuerKeys.of(issuer.uri(), issuer.jwkSetUri()), issuer.uri(), Audience.DOOR, Clock.systemUTC()),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_token_bound_to_a_certificate_comes_with_that_certificate_alone() {
        Metadata headers = headers(
                issuer.sign(issuer.claims(Map.of("role", "integrator")).claim("cnf", Map.of("x5t#S256", "abc"))));

        assertThat(tokens.token(headers, new Peer("integrator", "abc"))).isNotEmpty();
        assertThatThrownBy(() -> tokens.token(headers, new Peer("integrator", "def")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("bound to a certificate");
        assertThatThrownBy(() -> tokens.token(headers, null)).isInstanceOf(RefusalException.class);
    }

    @Test
    void a_token_that_is_bound_to_none_comes_over_any_connection() {
        assertThat(tokens.token(headers(issuer.token("operator")), null)).isNotEmpty();
    }

    private static Metadata headers(String token) {
        Metadata headers = new Metadata();
        headers.put(Tokens.AUTHORIZATION, "Bearer " + token);
        return headers;
    }
}
