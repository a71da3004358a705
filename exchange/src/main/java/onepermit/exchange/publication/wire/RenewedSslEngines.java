package onepermit.exchange.publication.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own factory, renewed when the file of the certificate was replaced: a client reads its files once and lives long, and a
 * certificate does not. Public, since Kafka makes it by its name.
 */
public final class RenewedSslEngines implements SslEngineFactory {
    private Map<String, ?> settings = Map.of();
    private FileTime read = FileTime.fromMillis(0);
    private DefaultSslEngineFactory engines = new DefaultSslEngineFactory();

    @Override
    public synchronized void configure(Map<String, ?> configured) {
        settings = Map.copyOf(withoutNulls(configured));
        read = changed();
        engines.configure(configured);
    }

    @Override
    public SSLEngine createClientSslEngine(String host, int port, String identification) {
        return current().createClientSslEngine(host, port, identification);
    }

    @Override
    public SSLEngine createServerSslEngine(String host, int port) {
        return current().createServerSslEngine(host, port);
    }

    private synchronized DefaultSslEngineFactory current() {
        FileTime now = changed();
        if (!now.equals(read)) {
            DefaultSslEngineFactory renewed = new DefaultSslEngineFactory();
            renewed.configure(settings);
            engines = renewed;
            read = now;
        }
        return engines;
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(
                    Path.of(String.valueOf(settings.get(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG))));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate for Kafka cannot be read", e);
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> configured) {
        Map<String, Object> present = new HashMap<>(configured);
        present.values().removeIf(Objects::isNull);
        return present;
    }

    @Override
    public boolean shouldBeRebuilt(Map<String, Object> next) {
        return engines.shouldBeRebuilt(next);
    }

    @Override
    public Set<String> reconfigurableConfigs() {
        return engines.reconfigurableConfigs();
    }

    @Override
    public @Nullable KeyStore keystore() {
        return engines.keystore();
    }

    @Override
    public @Nullable KeyStore truststore() {
        return engines.truststore();
    }

    @Override
    public void close() {
        engines.close();
    }
}
