package onepermit.health;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of the health department. */
@SpringBootApplication
public class HealthServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HealthServiceApplication.class, arguments);
    }
}
