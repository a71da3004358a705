package onepermit.permit.entitlement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the table of entitlements. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    @Bean
    EntitlementPacks entitlementPacks() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                EntitlementConfiguration.class.getResourceAsStream("/permit/entitlements.yaml"))) {
            return EntitlementFile.read(text);
        }
    }
}
