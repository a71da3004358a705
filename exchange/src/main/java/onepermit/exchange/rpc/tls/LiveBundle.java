package onepermit.exchange.rpc.tls;

import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import java.security.KeyStore;
import java.security.Provider;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * The bundle {@value #NAME}: what a server is given once and yet follows the files. Boot's gRPC server reads the managers of its
 * bundle at start alone, so it gets managers that change inside.
 */
record LiveBundle(Supplier<Credentials> credentials) implements SslBundleRegistrar, SslManagerBundle {
    static final String NAME = "onepermit-live";

    @Override
    public void registerBundles(SslBundleRegistry registry) {
        registry.registerBundle(
                NAME,
                SslBundle.of(
                        SslStoreBundle.NONE, SslBundleKey.NONE, SslOptions.NONE, SslBundle.DEFAULT_PROTOCOL, this));
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory() {
        return new Keys(credentials.get().keys());
    }

    @Override
    public TrustManagerFactory getTrustManagerFactory() {
        return new Trust(credentials.get().trust());
    }

    private static final class Keys extends KeyManagerFactory {
        Keys(KeyManager manager) {
            super(new OneKeyManager(manager), new NoProvider(), KeyManagerFactory.getDefaultAlgorithm());
        }
    }

    private static final class OneKeyManager extends KeyManagerFactorySpi {
        private final KeyManager manager;

        OneKeyManager(KeyManager manager) {
            this.manager = manager;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {manager};
        }
    }

    private static final class NoProvider extends Provider {
        private static final long serialVersionUID = 1;

        NoProvider() {
            super("onepermit", "1", "one key manager that follows its files");
        }
    }

    private static final class Trust extends SimpleTrustManagerFactory {
        private final TrustManager manager;

        Trust(TrustManager manager) {
            this.manager = manager;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {manager};
        }
    }
}
