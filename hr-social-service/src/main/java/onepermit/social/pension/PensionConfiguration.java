package onepermit.social.pension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what pensions read at start. */
@Configuration(proxyBeanMethods = false)
class PensionConfiguration {

    @Bean
    RetirementAges retirementAges() {
        return RetirementAgeFile.shipped();
    }
}
