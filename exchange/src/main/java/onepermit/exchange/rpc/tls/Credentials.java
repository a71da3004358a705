package onepermit.exchange.rpc.tls;

import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * This process's certificate and the authorities it trusts, as the bundle {@value #BUNDLE} has them now. When its files are
 * replaced, connections made from then on use the new ones; those that stand are not cut.
 */
public final class Credentials {
    public static final String BUNDLE = "onepermit";

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final AdvancedTlsX509KeyManager keys = new AdvancedTlsX509KeyManager();
    private final AdvancedTlsX509TrustManager trust;

    public Credentials(SslBundles bundles) {
        try {
            trust = AdvancedTlsX509TrustManager.newBuilder().build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        take(bundles.getBundle(BUNDLE));
        bundles.addBundleUpdateHandler(BUNDLE, this::takeAgain);
    }

    X509ExtendedKeyManager keys() {
        return keys;
    }

    X509ExtendedTrustManager trust() {
        return trust;
    }

    private void takeAgain(SslBundle bundle) {
        take(bundle);
        LOG.atInfo()
                .addKeyValue(
                        "valid_until",
                        keys.getCertificateChain(alias())[0].getNotAfter().toInstant())
                .log("the certificate of this process was renewed");
    }

    private String alias() {
        return Objects.requireNonNull(keys.getServerAliases("EC", null))[0];
    }

    private void take(SslBundle bundle) {
        try {
            KeyStore own = Objects.requireNonNull(bundle.getStores().getKeyStore());
            String alias = entries(own).getFirst();
            keys.updateIdentityCredentials(
                    certificates(own.getCertificateChain(alias)), (PrivateKey) own.getKey(alias, password(bundle)));
            KeyStore trusted = Objects.requireNonNull(bundle.getStores().getTrustStore());
            trust.updateTrustCredentials(authorities(trusted));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates of the bundle " + BUNDLE + " cannot be used", e);
        }
    }

    private static X509Certificate[] authorities(KeyStore trusted) throws GeneralSecurityException {
        List<String> names = entries(trusted);
        X509Certificate[] found = new X509Certificate[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = (X509Certificate) trusted.getCertificate(names.get(i));
        }
        return found;
    }

    private static List<String> entries(KeyStore store) throws GeneralSecurityException {
        return Collections.list(store.aliases());
    }

    private static X509Certificate[] certificates(java.security.cert.Certificate... chain) {
        return Arrays.copyOf(chain, chain.length, X509Certificate[].class);
    }

    private static char @Nullable [] password(SslBundle bundle) {
        String password = bundle.getKey().getPassword();
        return password == null ? null : password.toCharArray();
    }
}
