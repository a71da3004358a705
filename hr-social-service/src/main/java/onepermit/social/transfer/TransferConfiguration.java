package onepermit.social.transfer;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what transfers need beside their use cases. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    TransferIds transferIds() {
        return () -> "transfer-" + UUID.randomUUID();
    }
}
