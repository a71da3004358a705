package onepermit.permit.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the table of variant characters. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    VariantCharacters variantCharacters() {
        return VariantCharacters.load();
    }
}
