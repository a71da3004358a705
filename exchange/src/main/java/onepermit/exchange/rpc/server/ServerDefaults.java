package onepermit.exchange.rpc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import onepermit.exchange.rpc.tls.TlsConfiguration;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The settings every service starts from, {@code onepermit-service.properties}, and for its connections {@code
 * onepermit-tls.properties}; anything else set wins over them.
 */
public final class ServerDefaults implements EnvironmentPostProcessor {
    private static final String SERVICE = "onepermit-service.properties";
    private static final String TLS = "onepermit-tls.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(read(SERVICE));
        if (environment.getProperty(TlsConfiguration.ENABLED, Boolean.class, true)) {
            environment.getPropertySources().addLast(read(TLS));
        }
    }

    private static PropertiesPropertySource read(String file) {
        try {
            return new PropertiesPropertySource(
                    file, PropertiesLoaderUtils.loadProperties(new ClassPathResource(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
