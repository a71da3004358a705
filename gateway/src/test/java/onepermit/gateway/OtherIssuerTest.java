package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.grpc.Status.Code;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A city with an issuer of its own: its tokens are taken, its keys are found by its metadata, and nothing else opens the door. */
class OtherIssuerTest {
    private static final Map<String, String> OFFICER =
            Map.of("role", "admission-officer", "department", "education", "division", "350203");
    private static TestIssuer issuer;
    private static Door door;

    @BeforeAll
    static void open() throws IOException {
        issuer = TestIssuer.start();
        door = new Door(issuer.uri(), "--onepermit.issuer.local=false", "--onepermit.client.secret=of-the-test");
    }

    @AfterAll
    static void shut() {
        door.close();
        issuer.close();
    }

    @Test
    void its_token_opens_both_doors() {
        String token = issuer.token("admission-officer", "education", "350203");

        assertThat(asked(token)).isEqualTo("350203/2025");
        assertThat(door.post("/v1/admissions:verify", "{}", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_local_issuer_is_not_there() {
        assertThat(door.get("/oauth2/jwks").statusCode()).isEqualTo(404);
        assertThat(door.get("/.well-known/openid-configuration").statusCode()).isEqualTo(404);
        assertThat(door.keys).isEmptyDirectory();
    }

    @Test
    void a_token_for_another_audience_or_of_another_issuer_is_refused() {
        refused(issuer.sign(claims().audience("another-system")), "TOKEN_INVALID");
        refused(issuer.sign(claims().issuer("http://another.test")), "TOKEN_INVALID");
    }

    @Test
    void an_expired_token_is_refused_with_its_own_reason() {
        refused(issuer.sign(claims().expirationTime(Date.from(Instant.now().minusSeconds(60)))), "TOKEN_EXPIRED");
    }

    @Test
    void a_token_without_an_end_or_without_a_role_is_refused() {
        refused(issuer.sign(claims().expirationTime(null)), "TOKEN_INVALID");
        refused(issuer.sign(claims().claim("role", null)), "TOKEN_INVALID");
    }

    @Test
    void a_token_signed_by_a_key_the_issuer_does_not_have_is_refused() throws JOSEException {
        var strange = new RSAKeyGenerator(2048).keyID("strange").generate();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("strange").build(), claims().build());
        token.sign(new RSASSASigner(strange));

        refused(token.serialize(), "TOKEN_INVALID");
        refused(issuer.signWithOtherKey(claims()), "TOKEN_INVALID");
    }

    @Test
    void a_token_bound_to_a_certificate_is_worth_nothing_without_it() {
        refused(issuer.sign(claims().claim("cnf", Map.of("x5t#S256", "of-another-connection"))), "TOKEN_BOUND");
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(new PlainJWT(claims().build()).serialize(), "TOKEN_INVALID");
    }

    /** The public key is known to all, so it must not serve as the secret of a symmetric signature. */
    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused() throws JOSEException, IOException, ParseException {
        var key = JWKSet.load(URI.create(issuer.jwkSetUri()).toURL())
                .getKeys()
                .getFirst()
                .toRSAKey();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        refused(token.serialize(), "TOKEN_INVALID");
    }

    @Test
    void the_console_signs_nobody_in_and_says_so() {
        assertThat(door.get("/console/session").body()).contains("\"local\":false", "\"desks\":[]");
    }

    private static JWTClaimsSet.Builder claims() {
        return issuer.claims(OFFICER);
    }

    private static String asked(String token) {
        return Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), token)
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setDivision("350203")
                        .setSchoolYear(2025)
                        .build())
                .getDecision()
                .getId();
    }

    private static void refused(String token, String reason) {
        Refused grpc = Refused.by(() -> asked(token));
        var http = door.post("/v1/admissions:verify", "{}", "Authorization", "Bearer " + token);

        assertThat(grpc.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(grpc.reason()).isEqualTo(reason);
        assertThat(http.statusCode()).isEqualTo(401);
        assertThat(http.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(http.body()).contains(reason);
    }
}
