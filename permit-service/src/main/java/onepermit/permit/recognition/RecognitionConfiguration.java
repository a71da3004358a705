package onepermit.permit.recognition;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the table of agreements. */
@Configuration(proxyBeanMethods = false)
class RecognitionConfiguration {

    @Bean
    RecognitionAgreements recognitionAgreements() {
        return RecognitionAgreements.load();
    }
}
