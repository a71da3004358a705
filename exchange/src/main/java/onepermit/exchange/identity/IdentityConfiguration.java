package onepermit.exchange.identity;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Identity, place and time for every service. */
@AutoConfiguration
public class IdentityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    @ConditionalOnMissingBean
    CitizenIds citizenIds(@Value("${onepermit.profile.synthetic:false}") boolean synthetic) {
        return new CitizenIds(synthetic);
    }

    @Bean
    @ConditionalOnMissingBean
    Divisions divisions() {
        return Divisions.load();
    }
}
