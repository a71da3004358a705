package onepermit.exchange.catalogue;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Wires the catalogue and the department this process serves. */
@AutoConfiguration
public class CatalogueConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Catalogue catalogue(@Value("${onepermit.kafka.prefix:onepermit.}") String topicPrefix) {
        return CatalogueFile.shipped(topicPrefix);
    }

    @Bean
    @ConditionalOnProperty("onepermit.department")
    Descriptions descriptions(Catalogue catalogue) {
        return Descriptions.shipped(catalogue);
    }

    @Bean
    @ConditionalOnProperty("onepermit.department")
    Retentions retentions(Catalogue catalogue) {
        return Retentions.shipped(catalogue);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("onepermit.department")
    Department department(@Value("${onepermit.department}") String id) {
        return new Department(id);
    }
}
