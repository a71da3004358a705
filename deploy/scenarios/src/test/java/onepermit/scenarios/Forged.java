package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that the issuer would not give out; most are signed with its own key, which lies on this machine. */
final class Forged {
    private static final KeyPair OURS = newKey();
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

    /** An officer's token of this division that ended at a time. */
    String token(String role, String division, Instant end) {
        return with(Map.of(
                "client_id",
                "\"local-" + role + "\"",
                "role",
                "\"" + role + "\"",
                "division",
                "\"" + division + "\"",
                "exp",
                String.valueOf(end.getEpochSecond())));
    }

    /** An admission officer's good token, with these claims instead, as JSON; {@code null} = without it. */
    String with(Map<String, String> claims) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "iss", "\"" + issuer + "\"",
                "aud", "\"onepermit\"",
                "sub", "\"officer-1\"",
                "client_id", "\"local-admission-officer\"",
                "role", "\"admission-officer\"",
                "division", "\"350203\"",
                "exp", String.valueOf(Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond())));
        all.putAll(claims);
        all.values().removeIf("null"::equals);
        return signed(header(Map.of()), json(all), issuersKey());
    }

    /** @param header members besides or instead of algorithm and the issuer's key id, as JSON */
    String signedWithAnotherKey(Map<String, String> header, String payload) {
        return signed(header(header), decoded(payload), OURS.getPrivate());
    }

    /** The trick of a verifier that takes the issuer's public key for a shared secret. */
    String signedWithThePublicKey(String payload) {
        String signed = base64(header(Map.of("alg", "\"HS256\""))) + "." + payload;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(issuersPublicKey().getEncoded(), "HmacSHA256"));
            return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(String payload) {
        return base64("{\"alg\":\"none\"}") + "." + payload + ".";
    }

    static String rewritten(String payload, String from, String to) {
        return base64(decoded(payload).replace(from, to));
    }

    /** As a JWK. */
    static String publicKeyOfOurs() {
        RSAPublicKey key = (RSAPublicKey) OURS.getPublic();
        return json(Map.of(
                "kty", "\"RSA\"",
                "n", "\"" + encoded(key.getModulus().toByteArray()) + "\"",
                "e", "\"" + encoded(key.getPublicExponent().toByteArray()) + "\""));
    }

    private String header(Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("alg", "\"RS256\"", "kid", "\"" + member("kid") + "\""));
        all.putAll(members);
        return json(all);
    }

    private static String signed(String header, String claims, PrivateKey key) {
        String text = base64(header) + "." + base64(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey issuersKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number("n"), number("d")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKey issuersPublicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number("n"), number("e")));
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

    private static KeyPair newKey() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
