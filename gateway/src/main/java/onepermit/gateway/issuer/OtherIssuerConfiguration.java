package onepermit.gateway.issuer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Without a local issuer no path here is Spring Security's: tokens are checked where calls are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "onepermit.issuer.local", havingValue = false)
class OtherIssuerConfiguration {

    @Bean
    SecurityFilterChain nothingHere(HttpSecurity http) {
        return http.securityMatcher(request -> false).build();
    }
}
