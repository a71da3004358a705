package onepermit.health.vaccination;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what vaccination reads at start. */
@Configuration(proxyBeanMethods = false)
class VaccinationConfiguration {

    @Bean
    Schedules schedules() {
        return ScheduleFile.shipped();
    }
}
