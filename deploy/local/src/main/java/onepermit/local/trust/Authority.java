package onepermit.local.trust;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import onepermit.local.OwnersFile;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate authority of this machine: EC P-256, made once. What it has signed is of this installation, and of no other. */
final class Authority {
    static final String ORGANISATION = "OnePermit";

    private static final Duration LIFE = Duration.ofDays(3_650);
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    private Authority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    static Path certificateFile(Path folder) {
        return folder.resolve("authority.pem");
    }

    /** The certificate is written last: where it stands, the key does. */
    static Authority in(Path folder, Clock clock) {
        Path keyFile = folder.resolve("authority.key");
        if (!Files.exists(certificateFile(folder))) {
            KeyPair pair = newPair();
            OwnersFile.write(keyFile, Pem.of(pair.getPrivate()));
            OwnersFile.write(certificateFile(folder), Pem.of(ofItself(pair, clock)));
        }
        return new Authority(Pem.key(keyFile), Pem.certificate(certificateFile(folder)), clock);
    }

    /** A new key and its certificate, for both ends of a connection; servers are looked for by their name or at this machine. */
    String issue(String name, Duration life) {
        KeyPair pair = newPair();
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            certificate,
                            serial(),
                            date(clock.instant().minus(CLOCKS_APART)),
                            date(clock.instant().plus(life)),
                            subject(name),
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }))
                    .addExtension(Extension.subjectAlternativeName, false, names(name));
            return Pem.of(pair, signed(builder, key));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasSigned(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    private static X509Certificate ofItself(KeyPair pair, Clock clock) {
        try {
            X500Name name = subject("local authority");
            return signed(
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    serial(),
                                    date(clock.instant().minus(CLOCKS_APART)),
                                    date(clock.instant().plus(LIFE)),
                                    name,
                                    pair.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                            .addExtension(
                                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
                    pair.getPrivate());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name subject(String name) {
        return new X500Name("O=" + ORGANISATION + ",CN=" + name);
    }

    private static GeneralNames names(String name) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, name),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom());
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
