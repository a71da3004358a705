package onepermit.exchange.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.PropertySource;

/** Public security, with nothing but the road and its services. */
@SpringBootConfiguration
@EnableAutoConfiguration
@PropertySource("classpath:testing/permit.properties")
public class PermitRoad {}
