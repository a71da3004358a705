package onepermit.health.unit;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what follows residences. */
@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

    @Bean
    ResidenceWatch residenceWatch(
            FollowResidences follow, @Value("${onepermit.units.residence-watch:PT30S}") Duration interval) {
        return new ResidenceWatch(follow, interval);
    }
}
