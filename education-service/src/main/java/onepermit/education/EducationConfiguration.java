package onepermit.education;

import onepermit.education.admission.Documents;
import onepermit.education.schoolyear.SchoolYears;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The department's dated tables. */
@Configuration(proxyBeanMethods = false)
class EducationConfiguration {

    @Bean
    SchoolYears schoolYears() {
        return SchoolYears.load();
    }

    @Bean
    Documents documents() {
        return Documents.load();
    }
}
