package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local issuer as any OpenID Connect client finds it, through the gateway. */
class IssuerTest extends Scenario {
    private final HttpDoor http = new HttpDoor(stack);

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "oauth-authorization-server"})
    void its_metadata_says_where_tokens_and_keys_are(String kind) {
        var metadata = http.get("/.well-known/" + kind);

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.body().replace("\\/", "/"))
                .contains("\"issuer\":\"" + stack.http() + "\"")
                .contains("\"token_endpoint\":\"" + stack.http() + "/oauth2/token\"")
                .contains("\"jwks_uri\":\"" + stack.http() + "/oauth2/jwks\"");
    }

    @Test
    void its_keys_are_public_and_hold_nothing_secret() {
        assertThat(http.get("/oauth2/jwks").body())
                .contains("\"kty\":\"RSA\"", "\"kid\"")
                .doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admission-officer",
                "permit-officer",
                "social-insurance-officer",
                "vaccination-officer",
                "supervisor"
            })
    void every_officer_gets_a_token_of_a_division(String role) {
        assertThat(door.token(role, SIMING)).contains(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "integrator", "service"})
    void those_bound_to_no_place_get_one_without(String role) {
        assertThat(door.token(role, "")).contains(".");
    }
}
