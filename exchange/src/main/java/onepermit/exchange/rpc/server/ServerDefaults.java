package onepermit.exchange.rpc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The settings every service starts from, {@code onepermit-service.properties}; anything else set wins over them. */
public final class ServerDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "onepermit-service.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertiesPropertySource(FILE, read()));
    }

    private static Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
