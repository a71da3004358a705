package onepermit.social.points;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what points need beside their use cases. */
@Configuration(proxyBeanMethods = false)
class PointsConfiguration {

    @Bean
    FilingIds filingIds() {
        return () -> "points-" + UUID.randomUUID();
    }

    @Bean
    PermitWatch permitWatch(
            ConfirmAtEndorsement confirm,
            ReadPoints read,
            MeterRegistry meters,
            @Value("${onepermit.points.permit-watch:PT30S}") Duration interval) {
        return new PermitWatch(confirm, read, meters, interval);
    }
}
