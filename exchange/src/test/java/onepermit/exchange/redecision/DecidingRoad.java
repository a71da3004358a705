package onepermit.exchange.redecision;

import onepermit.exchange.replica.FactReader;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** Education, with one kind of cases. */
@SpringBootConfiguration
@EnableAutoConfiguration
@PropertySource("classpath:testing/education.properties")
public class DecidingRoad {

    @Bean
    HukouCases hukouCases(FactReader reader) {
        return new HukouCases(reader);
    }
}
