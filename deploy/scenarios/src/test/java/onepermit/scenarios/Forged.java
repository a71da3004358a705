package onepermit.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

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

    /** An officer's token of this division that ended at a time. */
    String token(String role, String division, Instant end) {
        var header = "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(member("kid"));
        var claims = """
                {"iss":"%1$s","aud":"onepermit","sub":"officer-1","client_id":"local-%2$s","role":"%2$s","division":"%3$s","exp":%4$d}""".formatted(issuer, role, division, end.getEpochSecond());
        var signed =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
