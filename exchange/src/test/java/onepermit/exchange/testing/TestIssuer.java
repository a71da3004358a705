package onepermit.exchange.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;

/**
 * A token issuer with a real RSA key and a JWK set served over HTTP. Give a service {@code onepermit.issuer-uri} and
 * {@code onepermit.jwk-set-uri} from it.
 */
public final class TestIssuer implements AutoCloseable {
    private final RSAKey key = newKey();
    private final HttpServer server;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server);
            issuer.serve("/oauth2/jwks", issuer::keys);
            issuer.serve("/.well-known/openid-configuration", issuer::metadata);
            server.start();
            server.createContext("/oauth2/token", issuer::grant);
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To services by their word: what they name as {@code department} they get. A token to be exchanged comes back as it is. */
    private void grant(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String department = form.replaceAll(".*department=([a-z]*).*", "$1");
        String token = form.contains("subject_token=")
                ? form.replaceAll(".*subject_token=([^&]*).*", "$1")
                : sign(claims(Map.of("role", "service", "department", department)));
        byte[] answer =
                "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(token).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void serve(String path, Supplier<String> text) {
        server.createContext(path, exchange -> {
            byte[] answer = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    private String keys() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    private String metadata() {
        return """
                {"issuer":"%s","jwks_uri":"%s","token_endpoint":"%1$s/oauth2/token"}""".formatted(uri(), jwkSetUri());
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String jwkSetUri() {
        return uri() + "/oauth2/jwks";
    }

    /** A token of an officer: subject {@code officer-1}. */
    public String token(String role, String department, String division) {
        return sign(claims(Map.of("role", role, "department", department, "division", division)));
    }

    /** A token of a role that is bound to no place. */
    public String token(String role) {
        return sign(claims(Map.of("role", role)));
    }

    /** A resident's token: its subject is her person key. */
    public String resident(PersonKey person) {
        return sign(claims(Map.of("role", Caller.RESIDENT)).subject(person.hex()));
    }

    /** Claims of a good token, to be spoiled. */
    public JWTClaimsSet.Builder claims(Map<String, String> own) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience(List.of(
                        "onepermit", "onepermit-permit", "onepermit-education", "onepermit-social", "onepermit-health"))
                .claim("act", Map.of("sub", "gateway"))
                .subject("officer-1")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        claims.claim("client_id", "local-" + own.getOrDefault("role", "test"));
        own.forEach(claims::claim);
        return claims;
    }

    public String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key);
    }

    /** Signs with a key that is not the issuer's. */
    public String signWithOtherKey(JWTClaimsSet.Builder claims) {
        return sign(claims, newKey());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
