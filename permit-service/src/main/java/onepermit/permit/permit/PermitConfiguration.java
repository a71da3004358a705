package onepermit.permit.permit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the table of lapses. */
@Configuration(proxyBeanMethods = false)
class PermitConfiguration {

    @Bean
    LapseRules lapseRules() {
        return LapseRules.load();
    }
}
