package onepermit.education;

import java.security.SecureRandom;
import java.util.UUID;
import onepermit.education.admission.Documents;
import onepermit.education.ranking.ObjectionIds;
import onepermit.education.round.Procedures;
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

    @Bean
    Procedures procedures() {
        return Procedures.load();
    }

    @Bean
    ObjectionIds objectionIds() {
        return UUID::randomUUID;
    }

    /** For the seeds of lotteries. */
    @Bean
    SecureRandom seeds() {
        return new SecureRandom();
    }
}
