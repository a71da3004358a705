package onepermit.permit.filing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the table of papers and the gauge of what is overdue. */
@Configuration(proxyBeanMethods = false)
class FilingConfiguration {

    @Bean
    Materials materials() {
        return Materials.load();
    }

    @Bean
    Gauge overdueApplications(MeterRegistry meters, Filings filings, Clock clock) {
        return Gauge.builder("onepermit.applications.overdue", filings, f -> f.overdue(LocalDate.now(clock)))
                .description("applications whose last day of the office has passed")
                .register(meters);
    }
}
