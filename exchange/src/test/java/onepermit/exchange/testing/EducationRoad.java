package onepermit.exchange.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.PropertySource;

/** Education, with nothing but the road and its services. */
@SpringBootConfiguration
@EnableAutoConfiguration
@PropertySource("classpath:testing/education.properties")
public class EducationRoad {}
