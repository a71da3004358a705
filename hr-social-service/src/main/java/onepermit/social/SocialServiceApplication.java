package onepermit.social;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service of human resources and social security. */
@SpringBootApplication
public class SocialServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SocialServiceApplication.class, arguments);
    }
}
