package onepermit.local.trust;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Private keys (PKCS #8) and certificates as PEM text. */
final class Pem {
    private Pem() {}

    static String of(X509Certificate certificate) {
        return text(certificate);
    }

    /** The key and then its certificate, in one text: one file is replaced at once, two would be for a moment of two pairs. */
    static String of(KeyPair pair, X509Certificate certificate) {
        return of(pair.getPrivate()) + of(certificate);
    }

    static String of(PrivateKey key) {
        try {
            return text(new JcaPKCS8Generator(key, null).generate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X509Certificate certificate(Path file) {
        try {
            return new JcaX509CertificateConverter().getCertificate(first(file, X509CertificateHolder.class));
        } catch (CertificateException e) {
            throw new IllegalStateException(file + " holds no certificate that can be read", e);
        }
    }

    static PrivateKey key(Path file) {
        try {
            return new JcaPEMKeyConverter().getPrivateKey(first(file, PrivateKeyInfo.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T first(Path file, Class<T> kind) {
        try (var parser = new PEMParser(new StringReader(Files.readString(file)))) {
            Optional<Object> next = Optional.ofNullable(parser.readObject());
            while (next.isPresent() && !kind.isInstance(next.get())) next = Optional.ofNullable(parser.readObject());
            return next.map(kind::cast)
                    .orElseThrow(() -> new IllegalStateException(file + " has no " + kind.getSimpleName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object what) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
