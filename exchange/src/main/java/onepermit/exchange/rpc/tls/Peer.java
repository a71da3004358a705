package onepermit.exchange.rpc.tls;

import io.grpc.Attributes;
import io.grpc.ServerCall;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, as its certificate says.
 *
 * @param holder the common name: {@code gateway}, or a department; empty when the certificate has none
 * @param thumbprint of the certificate, as {@code x5t#S256} has it (RFC 8705 §3.1)
 */
public record Peer(String holder, String thumbprint) {
    static final Attributes.Key<Peer> KEY = Attributes.Key.create("peer");

    /** Null on a connection without a certificate. */
    public static @Nullable Peer of(ServerCall<?, ?> call) {
        return call.getAttributes().get(KEY);
    }

    public static Peer of(X509Certificate certificate) {
        return new Peer(commonName(certificate), thumbprint(certificate));
    }

    private static String commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
