package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that the issuer would not give out, signed with its own key, which lies on this machine. */
final class Forged {
    private final String jwk;
    private final String issuer;

    Forged(Stack stack) {
        this.issuer = stack.http();
        try {
            this.jwk = Files.readString(stack.home().resolve("keys/issuer.jwk"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An officer's token of this division that ends at a time. */
    String token(String role, String division, Instant end) {
        return signed(header(), claims(role, division, end));
    }

    /** Of an admission officer of Siming, good for five minutes, but for what is replaced in its header and claims. */
    String spoiled(UnaryOperator<String> header, UnaryOperator<String> claims) {
        return signed(header.apply(header()), claims.apply(claims()));
    }

    /** The same, without a signature. */
    String unsigned() {
        return base64("{\"alg\":\"none\"}") + "." + base64(claims()) + ".";
    }

    /** The same, with the issuer's public key taken for a secret. */
    String signedWithThePublicKey() {
        var signed = base64(header().replace("RS256", "HS256")) + "." + base64(claims());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey(), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, signed by somebody's own key, which its header may bring along. */
    String signedByAnother(UnaryOperator<String> header) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var own = generator.generateKeyPair();
            var brought = "\"jwk\":{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                    .formatted(
                            base64(((RSAPublicKey) own.getPublic()).getModulus().toByteArray()));
            return signed(header.apply(header()).replace("OWN_KEY", brought), claims(), own.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String header() {
        return "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(member("kid"));
    }

    private String claims() {
        return claims("admission-officer", "350203", Instant.now().plus(Duration.ofMinutes(5)));
    }

    private String claims(String role, String division, Instant end) {
        return """
                {"iss":"%1$s","aud":"onepermit","sub":"officer-1","client_id":"local-%2$s","role":"%2$s","division":"%3$s","exp":%4$d}""".formatted(issuer, role, division, end.getEpochSecond());
    }

    private String signed(String header, String claims) {
        try {
            return signed(header, claims, key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String header, String claims, PrivateKey key) throws GeneralSecurityException {
        var signed = base64(header) + "." + base64(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    private byte[] publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number("n"), number("e")))
                .getEncoded();
    }

    private PrivateKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number("n"), number("d")));
    }

    private BigInteger number(String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(member(name)));
    }

    private String member(String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(jwk);
        if (!found.find()) {
            throw new IllegalStateException("the issuer's key has no " + name);
        }
        return found.group(1);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
