package onepermit.permit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The department of public security. */
@SpringBootApplication
public class PermitServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PermitServiceApplication.class, arguments);
    }
}
